-- A team appends and never reads: of the log it sees no more than the numbers of the entries it made.
alter table business_log enable row level security;
create policy own on business_log to gatehouse_team
    using (game is null or array_position((select own_games()), game::text) is not null);
revoke all on business_log, business_log_unsealed, business_log_batch, business_log_seal from gatehouse_team;
grant insert, select (id) on business_log to gatehouse_team;
grant insert on business_log_unsealed to gatehouse_team;
