-- To record a payment wrote the order a new place in every index, because it changed what some of them hold. Now no index
-- holds anything a payment changes, and the paid order stays on its page like the delivered one. Of a change that stays,
-- the log is told from the first changed column to the last, so what changes together stands together. The table is
-- written anew.
alter table order_refund drop constraint order_refund_order_no_fkey;
alter table undelivered_case drop constraint undelivered_case_order_no_fkey;
alter table purchase_order rename to purchase_order_before;
alter index purchase_order_pkey rename to purchase_order_before_pkey;
alter index purchase_order_app_id_out_trade_no_key rename to purchase_order_before_number;
drop index purchase_order_list, purchase_order_player, purchase_order_unpaid;

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
    created_at     timestamptz  not null,
    pay_id         varchar(128),
    -- when it is paid
    pay_model      varchar(64),
    transaction_id varchar(64),
    paid_at        timestamptz,
    state          varchar(16)  not null
        check (state in ('CREATED', 'PAYING', 'PAID', 'DELIVERING', 'DELIVERED', 'DELIVERY_FAILED', 'CLOSED')),
    -- when it is delivered
    settled_at     timestamptz,
    settled_by     varchar(64),
    -- refunds: given back, and reserved for those under way
    refund         varchar(20)  not null default 'NONE'
        check (refund in ('NONE', 'REFUNDING', 'PARTIALLY_REFUNDED', 'REFUNDED', 'REFUND_FAILED')),
    refunded       bigint       not null default 0 check (refunded >= 0),
    reserved       bigint       not null default 0 check (reserved >= 0),
    -- where it stands in lists: where it was placed, unless it was paid more than an hour away from that
    listed_at      timestamptz  not null generated always as (
        case when paid_at is null or paid_at - created_at between interval '-1 hour' and interval '1 hour'
             then created_at else paid_at end) stored,
    unique (app_id, out_trade_no),
    check ((paid_at is null) = (state in ('CREATED', 'PAYING', 'CLOSED'))),
    check ((paid_at is null) = (transaction_id is null)),
    check (refunded + reserved <= case when paid_at is null then 0 else amount end)
-- room for both changes to come of all orders on a page, however fast they follow each other
) with (fillfactor = 40);
insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name, item_version, image_url,
    unit_price, quantity, amount, currency, attach, zone_id, created_at, pay_id, pay_model, transaction_id, paid_at, state,
    settled_at, settled_by, refund, refunded, reserved)
select order_no, app_id, env, out_trade_no, open_id, item_code, item_name, item_version, image_url,
    unit_price, quantity, amount, currency, attach, zone_id, created_at, pay_id, pay_model, transaction_id, paid_at, state,
    settled_at, settled_by, refund, refunded, reserved
from purchase_order_before;
drop table purchase_order_before;
alter table order_refund add foreign key (order_no) references purchase_order;
alter table undelivered_case add foreign key (order_no) references purchase_order;
create index purchase_order_list on purchase_order (app_id, listed_at, order_no);
create index purchase_order_player on purchase_order (app_id, open_id, listed_at, order_no);

-- A payment of the superapp pays one order. Without a foreign key: checking it would lock the order once more, and nothing
-- ever deletes one.
create table order_transaction (
    transaction_id varchar(64) primary key,
    order_no       varchar(32) not null
);
insert into order_transaction (transaction_id, order_no)
select transaction_id, order_no from purchase_order where transaction_id is not null;

-- What waits to be paid or closed.
create table unpaid_order (
    placed_at timestamptz not null,
    order_no  varchar(32) not null,
    primary key (placed_at, order_no)
) with (autovacuum_vacuum_scale_factor = 0.05);
insert into unpaid_order (placed_at, order_no)
select created_at, order_no from purchase_order where state in ('CREATED', 'PAYING');
