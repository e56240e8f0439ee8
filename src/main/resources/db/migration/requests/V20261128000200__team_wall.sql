alter table request enable row level security;
create policy own on request to gatehouse_team using (array_position((select own_teams()), team::text) is not null);
call put_behind_team_wall('request_author', 'number', 'request', 'number');
