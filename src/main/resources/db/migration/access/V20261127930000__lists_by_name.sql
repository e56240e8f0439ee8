-- the lists of people, teams and games are read by name, page by page
create index account_by_name on account (name, username);
create index team_by_name on team (name, id);
create index mini_program_by_name on mini_program (name, app_id);
-- the game that is shown to somebody who has not chosen one
create index mini_program_first on mini_program (game desc, name, app_id);
-- the members of a team, and who holds a role
create index membership_team on membership (team);
create index membership_role on membership (role, username);
