create table enablement (
    game         varchar(64) primary key references mini_program,
    request      varchar(40)  not null references request,
    enabled      boolean      not null,
    changed_at   timestamptz  not null,
    disabled_by  varchar(64),
    disabled_for varchar(500),
    version      bigint       not null
);
