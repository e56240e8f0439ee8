create table picture (
    id        uuid primary key,
    game      varchar(64)  not null,
    sha256    char(64)     not null,
    type      varchar(20)  not null,
    width     int          not null,
    height    int          not null,
    content   bytea        not null,
    stored_at timestamptz  not null,
    unique (game, sha256)
);

-- an id stays here for ever, also when its item was deleted: ids are never reused
create table item (
    id                  uuid primary key,
    game                varchar(64) collate "C" not null,
    code                varchar(64) collate "C" not null,
    latest              int          not null,
    draft               int,
    draft_state         varchar(20)  not null,
    request             varchar(40),
    objection           varchar(500),
    released            int,
    released_at         timestamptz,
    released_exempt     boolean      not null,
    first_released_at   timestamptz,
    removed_at          timestamptz,
    removed_by          varchar(64),
    removed_reason      varchar(500),
    removed_by_superapp boolean,
    deleted             boolean      not null,
    changed_at          timestamptz  not null,
    changed_by          varchar(64)  not null,
    revision            bigint       not null,
    unique (game, code),
    check ((draft is null) = (draft_state = 'NONE')),
    check (draft_state in ('NONE', 'DRAFT', 'IN_REVIEW', 'REJECTED')),
    check (draft <= latest and released <= latest),
    check (released is null or first_released_at is not null),
    check (not deleted or first_released_at is null)
);
create index item_list on item (game, changed_at desc, id desc) where not deleted;
create index item_in_review on item (request) where draft_state = 'IN_REVIEW';

create table item_version (
    item      uuid          not null references item,
    number    int           not null,
    name      varchar(64)   not null,
    price     bigint        not null check (price between 1 and 99999999),
    currency  char(3)       not null,
    picture   uuid          not null references picture,
    remark    varchar(2048) not null,
    made_by   varchar(64)   not null,
    made_at   timestamptz   not null,
    origin    varchar(40)   not null,
    primary key (item, number)
);

create function item_version_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'a version of an item is never changed and never deleted';
end $$;
create trigger item_version_is_kept before update or delete on item_version
    for each row execute function item_version_is_kept();
