-- one open invitation a person; the address mailed to them ends in a random text of which only the digest is kept
create table invitation (
    username   varchar(64) primary key references account,
    token_hash varchar(64) not null unique,
    made_by    varchar(64) not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
