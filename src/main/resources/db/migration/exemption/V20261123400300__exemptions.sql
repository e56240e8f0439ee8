create table exemption (
    game       varchar(64) primary key,
    request    varchar(40) not null,
    granted_at timestamptz not null,
    revoked_at timestamptz,
    revocation varchar(40),
    version    bigint      not null,
    check ((revoked_at is null) = (revocation is null))
);

-- items: their ids, one a line
create table revocation (
    number   varchar(40) primary key,
    game     varchar(64)  not null,
    takedown varchar(20)  not null,
    items    text         not null,
    reason   varchar(500) not null,
    asked_by varchar(64)  not null,
    version  bigint       not null
);
