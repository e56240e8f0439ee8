-- What goes out at every try of a notification, byte for byte: written when it is signed, and only then.
create table notification_body (
    notification uuid primary key,
    body         text not null
);
insert into notification_body (notification, body)
select distinct on (notification) notification, body from delivery_attempt order by notification, id;
insert into notification_body (notification, body)
select id, body from notification_outbox where body is not null on conflict do nothing;
alter table notification_outbox drop column body;
alter table delivery_attempt drop column body;
