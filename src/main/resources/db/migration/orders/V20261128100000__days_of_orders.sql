-- What a game has sold a day is summed once, two days after its end, and kept: a year of a large game is a few hundred rows
-- to read then, not its orders. A day with orders has a row for each currency; a summed day without any has none.
create table summed_day (
    app_id varchar(64) not null,
    zone varchar(64) not null,
    day date not null,
    primary key (app_id, zone, day)
);

create table order_day (
    app_id varchar(64) not null,
    zone varchar(64) not null,
    day date not null,
    currency char(3) not null,
    orders bigint not null,
    paid bigint not null,
    refunded bigint not null,
    delivered bigint not null,
    failed bigint not null,
    seconds numeric,
    primary key (app_id, zone, day, currency),
    foreign key (app_id, zone, day) references summed_day on delete cascade
);

-- An order of such a day that still changes says so, in the transaction that changes it, and its day is summed anew. Whoever
-- pays, delivers or refunds in time writes nothing more than before.
create table late_order (
    app_id varchar(64) not null,
    paid_at timestamptz not null
);

create index late_order_game on late_order (app_id);

create function note_late_order() returns trigger language plpgsql as $$
begin
    insert into late_order (app_id, paid_at) values (new.app_id, new.paid_at);
    return null;
end
$$;

create trigger late_order_changed
    after update of state, settled_at, refunded, paid_at on purchase_order
    for each row when (new.paid_at < now() - interval '36 hours')
    execute function note_late_order();

create trigger late_order_added
    after insert on purchase_order
    for each row when (new.paid_at < now() - interval '36 hours')
    execute function note_late_order();

call put_behind_team_wall('summed_day', 'app_id');
call put_behind_team_wall('order_day', 'app_id');
call put_behind_team_wall('late_order', 'app_id');
