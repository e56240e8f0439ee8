-- How often somebody tried to sign in without success, by account name and by address; shared by all instances.
create table sign_in_try (
    key     varchar(200) primary key,
    tries   integer     not null,
    last_at timestamptz not null
);
