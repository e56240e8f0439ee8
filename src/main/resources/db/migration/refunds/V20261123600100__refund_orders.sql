create table refund_order (
    number        varchar(32)  primary key,
    external_no   varchar(64),
    game          varchar(64)  not null,
    team          varchar(40)  not null,
    env           varchar(10)  not null,
    order_no      varchar(64)  not null,
    out_trade_no  varchar(64)  not null,
    open_id       varchar(128) not null,
    item          varchar(200) not null,
    amount        bigint       not null check (amount > 0),
    paid          bigint       not null,
    currency      varchar(3)   not null,
    reason        varchar(30)  not null,
    source        varchar(20)  not null,
    message       varchar(500) not null,
    initiated_by  varchar(64)  not null,
    initiated_at  timestamptz  not null,
    status        varchar(20)  not null,
    hearing_until timestamptz,
    answer_yes    boolean,
    answer_note   varchar(500),
    answer_by     varchar(64),
    answer_at     timestamptz,
    grant_yes     boolean,
    grant_note    varchar(500),
    grant_by      varchar(64),
    grant_at      timestamptz,
    release_yes   boolean,
    release_note  varchar(500),
    release_by    varchar(64),
    release_at    timestamptz,
    attempts      integer      not null,
    awaited       boolean      not null,
    channel_no    varchar(64),
    failure       varchar(500),
    finished_at   timestamptz,
    version       bigint       not null,
    check (amount <= paid),
    -- granting and paying are two people
    check (release_by is null or release_by <> grant_by)
);

-- an order has at most one open refund; the asker's own number stands for one refund
create unique index refund_order_open on refund_order (order_no)
    where status not in ('REFUNDED', 'REFUSED', 'FAILED');
create unique index refund_order_external on refund_order (game, external_no) where external_no is not null;

-- the list of a game by initiation, the list of all games, and the search
create index refund_order_game on refund_order (game, initiated_at desc, number desc);
create index refund_order_all on refund_order (initiated_at desc, number desc);
create index refund_order_order on refund_order (order_no);
create index refund_order_out_trade_no on refund_order (game, out_trade_no);

-- the last line of defence: what is open or paid back never exceeds what was paid
create function refund_order_within_paid() returns trigger language plpgsql as $$
declare
    other bigint;
begin
    select coalesce(sum(amount), 0) into other from refund_order
    where order_no = new.order_no and number <> new.number and status not in ('REFUSED', 'FAILED');
    if other + new.amount > new.paid then
        raise exception 'refunds of order % would exceed what was paid', new.order_no using errcode = '23514';
    end if;
    return new;
end $$;

create trigger refund_order_within_paid before insert or update of amount, status on refund_order
    for each row when (new.status not in ('REFUSED', 'FAILED')) execute function refund_order_within_paid();
