-- Invitations are about no game: whoever caused such a mail may write it.
alter table mail add column caused_by varchar(64) default own_name();
alter table mail enable row level security;
create policy own on mail to gatehouse_team
    using (array_position((select own_games()), game::text) is not null or game is null and caused_by = own_name());
call put_behind_team_wall('mail_case', 'key', 'mail', 'key');
