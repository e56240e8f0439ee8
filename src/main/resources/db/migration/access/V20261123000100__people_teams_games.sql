create table team (
    id   varchar(40) primary key,
    name varchar(100) not null
);

create table mini_program (
    app_id varchar(64) primary key,
    team   varchar(40)  not null references team,
    name   varchar(100) not null,
    game   boolean      not null
);
create index mini_program_team on mini_program (team);

create table account (
    username      varchar(64) primary key,
    name          varchar(100) not null,
    email         varchar(254) not null,
    password_hash varchar(200) not null,
    locale        varchar(20)  not null,
    enabled       boolean      not null,
    version       bigint       not null
);

create table membership (
    id       bigint generated always as identity primary key,
    username varchar(64) not null references account,
    team     varchar(40) references team,
    role     varchar(40) not null,
    unique nulls not distinct (username, team)
);
