-- By its order and id a row is found just as well as by its id alone, and one index does for two.
alter table notification_outbox drop constraint notification_outbox_pkey;
alter table notification_outbox add primary key (order_no, id);
drop index notification_outbox_order;

-- What an instance was handed together with its order is not in the queue: hardly any of it ever will be, as it is sent
-- and removed a moment later. It comes into the queue when it is to be repeated, or when its lease ends.
alter table notification_outbox add column in_hand boolean not null default false;
drop index notification_outbox_due;
create index notification_outbox_due on notification_outbox (game, env, due_at) where not in_hand;
