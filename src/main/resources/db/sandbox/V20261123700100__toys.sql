-- the superapp's side: logins, payments, refunds, and what players asked for
create table toy_login (
    code    varchar(64) primary key,
    app_id  varchar(64) not null,
    open_id varchar(64) not null,
    made_at timestamptz not null,
    used_at timestamptz
);

create table toy_payment (
    pay_id         varchar(40) primary key,
    order_no       varchar(64)  not null unique,
    app_id         varchar(64)  not null,
    merchant_id    varchar(64)  not null,
    open_id        varchar(64)  not null,
    out_trade_no   varchar(64)  not null,
    item           varchar(200) not null,
    amount         bigint       not null,
    currency       varchar(3)   not null,
    attach         varchar(300) not null,
    state          varchar(20)  not null,
    opened_at      timestamptz  not null,
    transaction_id varchar(40) unique,
    paid_at        timestamptz,
    told           varchar(20)  not null,
    tellings       int          not null,
    tell_at        timestamptz,
    answer         varchar(1000)
);

create table toy_refund (
    refund_no   varchar(64) primary key,
    channel_no  varchar(40) not null unique,
    order_no    varchar(64) not null references toy_payment (order_no),
    amount      bigint      not null,
    currency    varchar(3)  not null,
    state       varchar(20) not null,
    asked_at    timestamptz not null,
    finished_at timestamptz,
    told        varchar(20) not null,
    tellings    int         not null,
    tell_at     timestamptz,
    answer      varchar(1000)
);

create table toy_refund_wish (
    wish_no  varchar(40) primary key,
    order_no varchar(64)  not null references toy_payment (order_no),
    amount   bigint       not null,
    reason   varchar(200) not null,
    asked_at timestamptz  not null,
    told     varchar(20)  not null,
    tellings int          not null,
    tell_at  timestamptz,
    answer   varchar(1000)
);

-- the games' side: what their developers entered, what they asked for, what came in, what they handed out
create table toy_game (
    app_id            varchar(64) primary key,
    name              varchar(100) not null,
    app_secret        varchar(100) not null,
    app_key           varchar(64),
    sandbox_app_key   varchar(64),
    webhook_secret    varchar(200),
    earlier_app_key   varchar(64),
    earlier_sandbox   varchar(64),
    earlier_webhook   varchar(200),
    keys_entered_at   timestamptz,
    mood              varchar(20)  not null
);

create table toy_purchase (
    app_id       varchar(64)  not null,
    out_trade_no varchar(64)  not null,
    player       varchar(40)  not null,
    open_id      varchar(64)  not null,
    item         varchar(64)  not null,
    quantity     int          not null,
    price        bigint       not null,
    currency     varchar(3)   not null,
    env          int          not null,
    asked_at     timestamptz  not null,
    sign_data    varchar(2000) not null,
    status       int          not null,
    answer       varchar(2000) not null,
    order_no     varchar(64),
    pay_id       varchar(64),
    primary key (app_id, out_trade_no)
);
create index toy_purchase_latest on toy_purchase (asked_at desc);

create table toy_call (
    id           bigint generated always as identity primary key,
    app_id       varchar(64)  not null,
    came_at      timestamptz  not null,
    event        varchar(100) not null,
    out_trade_no varchar(64)  not null,
    webhook_id   varchar(100) not null,
    mock         boolean      not null,
    verdict      varchar(40)  not null,
    status       int          not null,
    body         varchar(8000) not null,
    answer       varchar(1000) not null
);
create index toy_call_latest on toy_call (app_id, out_trade_no, id);

create table toy_delivery (
    app_id       varchar(64) not null,
    out_trade_no varchar(64) not null,
    open_id      varchar(64) not null,
    item         varchar(64) not null,
    quantity     int         not null,
    delivered_at timestamptz not null,
    refunded     bigint      not null,
    refunded_at  timestamptz,
    primary key (app_id, out_trade_no)
);

-- one row a mail that the embedded mail server took in
create table toy_mail (
    id         bigint generated always as identity primary key,
    message_id varchar(300) not null unique,
    came_at    timestamptz  not null,
    sender     varchar(300) not null,
    recipient  varchar(300) not null,
    subject    varchar(500) not null,
    source     bytea        not null
);
create index toy_mail_latest on toy_mail (came_at desc, id desc);
