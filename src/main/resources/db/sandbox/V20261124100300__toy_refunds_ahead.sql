-- refunds of orders whose delivery has not come yet
create table toy_refund_ahead (
    id           bigint generated always as identity primary key,
    app_id       varchar(64) not null,
    out_trade_no varchar(64) not null,
    amount       bigint      not null,
    came_at      timestamptz not null
);
create index toy_refund_ahead_order on toy_refund_ahead (app_id, out_trade_no);
