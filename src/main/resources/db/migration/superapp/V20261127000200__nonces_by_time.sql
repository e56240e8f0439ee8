-- A nonce is signed together with its time, so a replay repeats both; by time, new rows land at the right end of the one
-- index, and the old ones are found by it. What was in the old table would be refused by its age in minutes.
drop table superapp_nonce;
create table superapp_nonce (
    sent_at timestamptz  not null,
    nonce   varchar(128) not null,
    primary key (sent_at, nonce)
);
