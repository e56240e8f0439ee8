alter table binding enable row level security;
create policy own on binding to gatehouse_team using (array_position((select own_teams()), team::text) is not null);
