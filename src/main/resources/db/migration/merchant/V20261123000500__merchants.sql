create table merchant (
    id       varchar(32) primary key,
    name     varchar(100) not null,
    currency varchar(3)   not null,
    version  bigint       not null
);

create table binding (
    team     varchar(40) primary key references team,
    merchant varchar(32) references merchant,
    version  bigint      not null
);

create table superapp_payment (
    id          int primary key check (id = 1),
    switched_on boolean not null,
    version     bigint  not null
);
insert into superapp_payment values (1, true, 0);
