-- shared by all instances: a callback that was taken on one is refused on the others
create table superapp_nonce (
    nonce   varchar(128) primary key,
    used_at timestamptz  not null
);
create index superapp_nonce_age on superapp_nonce (used_at);
