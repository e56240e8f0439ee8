-- secrets and tokens are random and long: a digest is enough, and nothing in the table can be used
create table app_secret (
    app_id      varchar(64) primary key,
    secret_hash char(64)    not null,
    changed_by  varchar(64) not null,
    changed_at  timestamptz not null
);

create table access_token (
    token_hash char(64)    primary key,
    app_id     varchar(64) not null,
    expires_at timestamptz not null
);
create index access_token_game on access_token (app_id);
create index access_token_expiry on access_token (expires_at);

-- shared by all instances: a callback that was seen on one is refused on the others
create table callback_nonce (
    nonce   varchar(128) primary key,
    seen_at timestamptz  not null
);
create index callback_nonce_age on callback_nonce (seen_at);

create table bill_link (
    token_hash char(64)    primary key,
    app_id     varchar(64) not null,
    begin_day  date        not null,
    end_day    date        not null,
    expires_at timestamptz not null
);
