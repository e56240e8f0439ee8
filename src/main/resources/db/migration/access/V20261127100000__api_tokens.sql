-- the text of a token is random and long: its digest is enough, and nothing in the table can be used
create table api_token (
    id           uuid primary key,
    username     varchar(64)   not null references account,
    name         varchar(60)   not null,
    token_hash   varchar(64)     not null unique,
    scopes       varchar(1000) not null,
    made_at      timestamptz   not null,
    expires_at   timestamptz   not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      bigint        not null
);
create index api_token_person on api_token (username);
