-- Old nonces lie together in the table: which pages hold them is all that forgetting them needs to know.
drop index superapp_nonce_time;
create index superapp_nonce_age on superapp_nonce using brin (sent_at);
