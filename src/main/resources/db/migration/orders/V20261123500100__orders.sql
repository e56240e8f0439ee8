create sequence order_number;

create table purchase_order (
    order_no       varchar(32)  primary key,
    app_id         varchar(64)  not null,
    env            smallint     not null check (env in (0, 1)),
    -- the game's own number: used once, for ever
    out_trade_no   varchar(32)  not null,
    open_id        varchar(128) not null,
    item_code      varchar(64)  not null,
    item_name      varchar(64)  not null,
    item_version   integer      not null,
    image_url      varchar(512) not null,
    unit_price     bigint       not null check (unit_price > 0),
    quantity       integer      not null check (quantity between 1 and 9999),
    amount         bigint       not null check (amount = unit_price * quantity),
    currency       char(3)      not null,
    attach         varchar(256) not null,
    zone_id        varchar(64)  not null,
    state          varchar(16)  not null
        check (state in ('CREATED', 'PAYING', 'PAID', 'DELIVERING', 'DELIVERED', 'DELIVERY_FAILED', 'CLOSED')),
    created_at     timestamptz  not null,
    pay_id         varchar(128),
    pay_model      varchar(64),
    transaction_id varchar(64)  unique,
    paid_at        timestamptz,
    settled_at     timestamptz,
    settled_by     varchar(64),
    -- refunds: given back, and reserved for those under way
    refund         varchar(20)  not null default 'NONE'
        check (refund in ('NONE', 'REFUNDING', 'PARTIALLY_REFUNDED', 'REFUNDED', 'REFUND_FAILED')),
    refunded       bigint       not null default 0 check (refunded >= 0),
    reserved       bigint       not null default 0 check (reserved >= 0),
    unique (app_id, out_trade_no),
    check ((paid_at is null) = (state in ('CREATED', 'PAYING', 'CLOSED'))),
    check ((paid_at is null) = (transaction_id is null)),
    check (refunded + reserved <= case when paid_at is null then 0 else amount end)
) with (fillfactor = 80);

create index purchase_order_list on purchase_order (app_id, paid_at desc, order_no desc) where paid_at is not null;
create index purchase_order_player on purchase_order (app_id, open_id, paid_at desc) where paid_at is not null;
create index purchase_order_unpaid on purchase_order (created_at) where state in ('CREATED', 'PAYING');

-- the refunds money is reserved for: a number is paid once
create table order_refund (
    refund_no   varchar(64) primary key,
    order_no    varchar(32) not null references purchase_order,
    amount      bigint      not null check (amount > 0),
    state       varchar(10) not null check (state in ('RESERVED', 'SETTLED', 'RELEASED', 'FAILED')),
    reserved_at timestamptz not null,
    ended_at    timestamptz
);
create index order_refund_order on order_refund (order_no);

-- payments that contradict what is recorded: kept so that each raises one alarm
create table payment_conflict (
    app_id         varchar(64) not null,
    out_trade_no   varchar(32) not null,
    transaction_id varchar(64) not null,
    amount         bigint      not null,
    currency       char(3)     not null,
    seen_at        timestamptz not null,
    primary key (app_id, out_trade_no, transaction_id, amount, currency)
);

create table player_session (
    session_hash char(64)     primary key,
    app_id       varchar(64)  not null,
    open_id      varchar(128) not null,
    session_key  varchar(64)  not null,
    expires_at   timestamptz  not null
);
create index player_session_expiry on player_session (expires_at);
create index player_session_player on player_session (app_id, open_id, expires_at desc);
