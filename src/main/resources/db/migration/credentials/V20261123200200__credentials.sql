-- the first save of a configuration asks once, however often and from however many places it is saved
create table credential_first (
    game varchar(64) primary key
);

create table credential (
    number          varchar(40) primary key,
    game            varchar(64)  not null,
    requested_by    varchar(64)  not null,
    state           varchar(20)  not null,
    renewal         boolean      not null,
    attempts        int          not null,
    failure         varchar(500),
    certificate     text,
    serial          varchar(64) unique,
    fingerprint     varchar(100),
    issued_at       timestamptz,
    valid_until     timestamptz,
    accepted_until  timestamptz,
    mailed_at       timestamptz,
    mails           int          not null,
    passphrase_seen timestamptz,
    ended_at        timestamptz,
    -- sealed under a key outside the database, each bound to game, number and name
    app_key         bytea,
    sandbox_app_key bytea,
    webhook_secret  bytea,
    archive         bytea,
    passphrase      bytea,
    version         bigint       not null
);
create index credential_game on credential (game, issued_at desc);
create index credential_expiry on credential (valid_until) where state = 'ISSUED';

create table credential_authority (
    generation  int primary key,
    certificate text        not null,
    sealed_key  bytea       not null,
    made_at     timestamptz not null
);
