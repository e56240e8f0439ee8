create table delivery_configuration (
    game             varchar(64) primary key,
    url              varchar(512) not null,
    test_url         varchar(512) not null,
    switched_on      boolean      not null,
    mock_answered_at timestamptz,
    saved_by         varchar(64)  not null,
    saved_at         timestamptz  not null,
    version          bigint       not null
);

-- How an endpoint is doing. env 0: URL, 1: Test URL. All instances share it.
create table delivery_endpoint (
    game             varchar(64) not null references delivery_configuration,
    env              smallint    not null,
    failing_since    timestamptz,
    last_diagnosis   varchar(40),
    alerts           smallint    not null default 0,
    first_alert_at   timestamptz,
    off_since        timestamptz,
    off_told         boolean     not null default false,
    resting_since    timestamptz,
    rests_until      timestamptz,
    recovering_since timestamptz,
    primary key (game, env)
);

-- What is still to be sent. A lease ends by the database's clock; what is written back must carry its fencing number.
create table notification_outbox (
    id           uuid primary key,
    kind         varchar(10)  not null,
    game         varchar(64)  not null,
    env          smallint     not null,
    order_no     varchar(64)  not null,
    refund_no    varchar(64),
    payload      text,
    pay_model    varchar(64),
    body         text,
    again        boolean      not null,
    tries        int          not null,
    attempts     int          not null,
    enqueued_at  timestamptz  not null,
    first_try_at timestamptz,
    last_try_at  timestamptz,
    due_at       timestamptz  not null,
    lease_until  timestamptz,
    fence        bigint       not null,
    check (payload is not null or body is not null)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create index notification_outbox_due on notification_outbox (game, env, due_at);
create index notification_outbox_order on notification_outbox (order_no);

create table delivery_attempt (
    id           bigint generated always as identity primary key,
    notification uuid        not null,
    number       int         not null,
    kind         varchar(10) not null,
    mock         boolean     not null,
    game         varchar(64) not null,
    env          smallint    not null,
    order_no     varchar(64),
    refund_no    varchar(64),
    url          varchar(512) not null,
    address      varchar(64),
    at           timestamptz not null,
    millis       int         not null,
    status       smallint    not null,
    outcome      varchar(12) not null,
    diagnosis    varchar(40) not null,
    detail       varchar(200) not null,
    reply_type   varchar(200),
    reply        text        not null,
    body         text        not null
);
create index delivery_attempt_order on delivery_attempt (order_no, id);
create index delivery_attempt_endpoint on delivery_attempt (game, env, at);
