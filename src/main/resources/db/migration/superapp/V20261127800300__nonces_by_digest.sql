-- A nonce may be long and is kept only to be recognised: 16 bytes of its digest do that, here and in the index. What was
-- used before is refused by its age in minutes.
drop table superapp_nonce;
create table superapp_nonce (
    sent_at timestamptz not null,
    digest  uuid        primary key
);
create index superapp_nonce_age on superapp_nonce using brin (sent_at);
