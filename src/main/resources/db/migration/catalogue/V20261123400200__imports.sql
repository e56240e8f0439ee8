create sequence import_number;

create table import_run (
    number         varchar(40) primary key,
    game           varchar(64)  not null,
    file_name      varchar(255) not null,
    mode           varchar(20)  not null,
    currency       varchar(3)   not null,
    created_by     varchar(64)  not null,
    created_at     timestamptz  not null,
    status         varchar(20)  not null,
    new_rows       int          not null,
    changed_rows   int          not null,
    unchanged_rows int          not null,
    refused_rows   int          not null,
    settled_by     varchar(64),
    settled_at     timestamptz,
    revision       bigint       not null
);
create index import_run_game on import_run (game, created_at desc);

-- a row of a dry run: what stood in the workbook, and what came of it; base_version is the item's newest version then
create table import_row (
    import       varchar(40) not null references import_run,
    number       int         not null,
    result       varchar(20) not null,
    code         text        not null,
    name         text        not null,
    price        text        not null,
    image        text        not null,
    remark       text        not null,
    faults       text        not null,
    base_version int         not null,
    primary key (import, number)
);
create index import_row_result on import_row (import, result, number);

create table import_picture (
    import  varchar(40) not null,
    number  int         not null,
    content bytea       not null,
    primary key (import, number),
    foreign key (import, number) references import_row
);
