-- What somebody sent once more, with one thing changed; attempt is the delivery attempt it was made from.
create table conformance_replay (
    id         uuid primary key,
    game       varchar(64)  not null,
    attempt    bigint       not null,
    alteration varchar(20)  not null,
    subject    varchar(100) not null,
    value      varchar(500) not null,
    sent_by    varchar(64)  not null,
    url        varchar(512) not null,
    request    text         not null,
    at         timestamptz  not null,
    address    varchar(64),
    millis     int          not null,
    status     smallint     not null,
    form       varchar(10) not null,
    outcome    varchar(12)  not null,
    diagnosis  varchar(40)  not null,
    detail     varchar(200) not null,
    reply_type varchar(200),
    reply      text         not null
);
create index conformance_replay_attempt on conformance_replay (game, attempt, at desc);
