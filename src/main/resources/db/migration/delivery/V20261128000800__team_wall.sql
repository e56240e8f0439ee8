call put_behind_team_wall('delivery_configuration', 'game');
call put_behind_team_wall('delivery_endpoint', 'game');
call put_behind_team_wall('delivery_endpoint_hour', 'game');
call put_behind_team_wall('delivery_endpoint_event', 'game');
call put_behind_team_wall('delivery_attempt', 'game');
call put_behind_team_wall('notification_outbox', 'game');
call put_behind_team_wall('delivery_recovery', 'game');
call put_behind_team_wall('delivery_recovery_item', 'recovery', 'delivery_recovery', 'id');

-- What goes out is written for every order, so it has neither a column nor an index that would say whose it is. A team
-- writes it, and reads it one by one: by the random id, which stands in the attempts that it may see.
alter table notification_body enable row level security;
create policy written on notification_body for insert to gatehouse_team with check (true);
revoke select, update, delete on notification_body from gatehouse_team;
create function body_of_notification(which uuid) returns text language sql stable security definer
    return (select body from notification_body where notification = which);
