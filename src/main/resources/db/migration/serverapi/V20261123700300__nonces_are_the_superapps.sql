-- the superapp module keeps the nonces of its callbacks itself
drop table callback_nonce;
