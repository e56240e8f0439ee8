-- The second wall between teams: a transaction that serves somebody of a team takes on a role that sees the rows of their
-- teams only. Whoever owns the tables (payments, deliveries, jobs, the people of the superapp) passes by it and pays nothing.
do $$
declare
    missing constant text := format(
        'as an administrator of the database run:  create role gatehouse_team;  grant gatehouse_team to %I;', current_user);
begin
    if not exists (select from pg_roles where rolname = 'gatehouse_team') then
        begin
            create role gatehouse_team;
        exception
            when insufficient_privilege then
                raise exception 'The role gatehouse_team is missing: %', missing;
            when duplicate_object or unique_violation then
                null; -- roles are the whole cluster's: another database of it was quicker
        end;
    end if;
    begin
        set local role gatehouse_team;
        reset role;
    exception
        when insufficient_privilege then
            begin
                execute format('grant gatehouse_team to %I', current_user);
            exception
                when insufficient_privilege then
                    raise exception 'The role gatehouse_team is not granted: %', missing;
            end;
    end;
    execute format('grant usage on schema %I to gatehouse_team', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to gatehouse_team', current_schema());
    execute format('grant usage on all sequences in schema %I to gatehouse_team', current_schema());
    -- tables to come, those of the process engine among them
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to gatehouse_team', current_schema());
    execute format('alter default privileges in schema %I grant usage on sequences to gatehouse_team', current_schema());
end $$;

-- Whom the transaction serves.
create function own_name() returns text language sql stable parallel safe
    return nullif(current_setting('gatehouse.person', true), '');
create function own_teams() returns text[] language sql stable parallel safe
    return nullif(current_setting('gatehouse.teams', true), '')::text[];
create function own_games() returns text[] language sql stable parallel safe
    return nullif(current_setting('gatehouse.games', true), '')::text[];

-- Raises the wall for the rest of the transaction, or of the session, unless the person is of the superapp or the platform;
-- whether it did.
create function raise_team_wall(person text, of_transaction boolean) returns boolean language plpgsql as $$
declare
    teams text[];
begin
    if exists (select from membership where username = person and team is null) then
        return false;
    end if;
    select coalesce(array_agg(team), '{}') into teams from membership where username = person;
    perform set_config('gatehouse.person', person, of_transaction),
            set_config('gatehouse.teams', teams::text, of_transaction),
            set_config('gatehouse.games',
                (select coalesce(array_agg(app_id), '{}')::text from mini_program where team = any(teams)),
                of_transaction),
            set_config('role', 'gatehouse_team', of_transaction);
    return true;
end $$;

-- Puts a table behind the wall whose column says which game a row is of. The list is made once a statement. That it is
-- searched by a function keeps the planner from believing that the policy leaves fewer rows of the one game that is asked
-- for: each statement is planned as it is without the wall.
create procedure put_behind_team_wall(behind regclass, of_game name) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', behind);
    execute format(
        'create policy own on %s to gatehouse_team using (array_position((select own_games()), %I::text) is not null)',
        behind, of_game);
end $$;

-- The same for a table whose rows belong to a row of another, as that one's own policy sees it.
create procedure put_behind_team_wall(behind regclass, part name, whole regclass, key name) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', behind);
    execute format(
        'create policy own on %1$s to gatehouse_team using (exists (select from %3$s whole where whole.%4$I = %1$s.%2$I))',
        behind, part, whole, key);
end $$;

alter table team enable row level security;
create policy own on team to gatehouse_team using (array_position((select own_teams()), id::text) is not null);

alter table mini_program enable row level security;
create policy own on mini_program to gatehouse_team using (array_position((select own_teams()), team::text) is not null);

-- the people of the superapp and the platform are known to every team
alter table membership enable row level security;
create policy own on membership to gatehouse_team using (array_position((select own_teams()), team::text) is not null);
create policy outside_teams on membership for select to gatehouse_team using (team is null);

alter table api_token enable row level security;
create policy own on api_token to gatehouse_team using (username = own_name());
