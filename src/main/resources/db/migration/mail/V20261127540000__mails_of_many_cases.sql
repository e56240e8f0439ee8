-- One mail tells of all orders of a game that were given up within an hour, and stands in the case of each.
create table mail_case (
    key    varchar(200) not null references mail on delete cascade,
    number varchar(40)  not null,
    primary key (number, key)
);
