-- what calls with an idempotency key were answered
create table api_answer (
    token        uuid          not null,
    key          varchar(255)  not null,
    request_hash char(64)      not null,
    started_at   timestamptz   not null,
    status       int,
    content_type varchar(100),
    location     varchar(500),
    etag         varchar(100),
    body         bytea,
    primary key (token, key)
);
create index api_answer_age on api_answer (started_at);
