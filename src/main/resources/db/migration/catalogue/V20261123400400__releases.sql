-- one item of a release request: which version of it, what was decided by whom, and what came of it
create table release_line (
    request       varchar(40) not null,
    item          uuid        not null references item,
    code          varchar(64) collate "C" not null,
    version       int         not null,
    before        int,
    exempt        boolean     not null default false,
    verdict       varchar(10) check (verdict in ('APPROVED', 'REJECTED')),
    note          varchar(500),
    decided_by    varchar(64),
    decided_at    timestamptz,
    again_verdict varchar(10) check (again_verdict in ('APPROVED', 'REJECTED')),
    again_note    varchar(500),
    again_by      varchar(64),
    again_at      timestamptz,
    outcome       varchar(10) not null default 'OPEN'
        check (outcome in ('OPEN', 'APPROVED', 'RELEASED', 'REJECTED', 'WITHDRAWN', 'DROPPED')),
    primary key (request, code),
    foreign key (item, version) references item_version (item, number),
    foreign key (item, before) references item_version (item, number)
);
create index release_line_item on release_line (item);

-- what a game's server uploaded and published last, as it may ask for it
create table goods_upload (
    game      varchar(64) not null,
    place     int         not null,
    code      text        not null,
    name      text        not null,
    price     bigint      not null,
    remark    text        not null,
    image_url text        not null,
    status    int         not null,
    message   text        not null,
    primary key (game, place)
);
create table goods_publish (
    game    varchar(64) not null,
    place   int         not null,
    code    text        not null,
    request varchar(40),
    status  int         not null,
    message text        not null,
    primary key (game, place)
);
