create table mail (
    key             varchar(200) primary key,
    recipient       varchar(64)  not null,
    address         varchar(254) not null,
    subject         varchar(500) not null,
    body            text         not null,
    link            varchar(500) not null,
    game            varchar(64),
    request         varchar(40),
    attempts        int          not null default 0,
    written_at      timestamptz  not null,
    next_attempt_at timestamptz,
    sent_at         timestamptz
);
create index mail_due on mail (next_attempt_at) where sent_at is null;
create index mail_request on mail (request);
