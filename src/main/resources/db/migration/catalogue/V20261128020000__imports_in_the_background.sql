-- What nobody has confirmed yet was checked in another way and is checked again; nothing of it was written.
update import_run set status = 'DISCARDED', settled_by = 'system', settled_at = now() where status = 'CHECKED';

-- A workbook is read, and its rows are written, by whichever instance takes the import up: each time the fence rises by
-- one, so whoever was slow before finds that it is not theirs any more. While alive_at is null, the import waits.
alter table import_run
    add column fence         int not null default 0,
    add column tries         int not null default 0,
    add column alive_at      timestamptz,
    add column rows_read     int not null default 0,
    add column rows_declared int,
    add column rows_written  int not null default 0,
    add column fault         jsonb,
    add check (status in ('READING', 'CHECKED', 'WRITING', 'WRITTEN', 'DISCARDED', 'REFUSED', 'FAILED'));
create unique index import_run_reading on import_run (game) where status = 'READING';
create index import_run_under_way on import_run (created_at) where status in ('READING', 'WRITING');

-- the files as they were uploaded, in pieces of a mebibyte, until they have been read
create table import_file (
    import varchar(40) not null references import_run,
    part   varchar(10) not null check (part in ('WORKBOOK', 'PICTURES')),
    number int         not null,
    bytes  bytea       not null,
    primary key (import, part, number)
);

-- what accepted rows mean: price in minor units, and which of the import's pictures
alter table import_row add column price_minor bigint, add column picture char(64);

-- many rows may show one picture; it is kept once, and until the import is settled
drop table import_picture;
create table import_picture (
    import  varchar(40) not null references import_run,
    sha256  char(64)    not null,
    type    varchar(20) not null,
    width   int         not null,
    height  int         not null,
    content bytea       not null,
    primary key (import, sha256)
);

call put_behind_team_wall('import_file', 'import', 'import_run', 'number');
call put_behind_team_wall('import_picture', 'import', 'import_run', 'number');
