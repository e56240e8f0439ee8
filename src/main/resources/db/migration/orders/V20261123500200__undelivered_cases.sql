create table undelivered_case (
    order_no        varchar(32) primary key references purchase_order,
    app_id          varchar(64) not null,
    opened_at       timestamptz not null,
    waiting_since   timestamptz not null,
    due_at          timestamptz not null,
    with_superapp   boolean     not null,
    awaiting        varchar(10) not null check (awaiting in ('DECISION', 'DELIVERY', 'REFUND')),
    resolution      varchar(10) check (resolution in ('RESEND', 'CONFIRM', 'REFUND')),
    note            varchar(500),
    decided_by      varchar(64),
    decided_at      timestamptz,
    closed_at       timestamptz,
    version         bigint      not null
);
create index undelivered_case_open on undelivered_case (app_id) where closed_at is null;
