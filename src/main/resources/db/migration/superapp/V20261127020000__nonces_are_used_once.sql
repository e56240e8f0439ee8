-- A nonce is used once, also when it is signed again with another time.
delete from superapp_nonce;
alter table superapp_nonce drop constraint superapp_nonce_pkey;
alter table superapp_nonce add primary key (nonce);
create index superapp_nonce_time on superapp_nonce (sent_at);
