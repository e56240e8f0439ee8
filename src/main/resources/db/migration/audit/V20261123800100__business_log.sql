create table business_log (
    id          bigint generated always as identity primary key,
    occurred_at timestamptz not null,
    type        text        not null,
    actor       text        not null,
    subject     text        not null,
    game        text,
    request     text,
    details     text        not null
);
create index business_log_request on business_log (request, id) where request is not null;
create index business_log_game on business_log (game, id) where game is not null;
create index business_log_person on business_log (actor, id) where actor not in ('system', 'superapp');
create index business_log_time on business_log using brin (occurred_at);

-- The chain beside the log: a row is written by its act and never touched again, not even to seal it.
create table business_log_seal (
    position bigint   primary key,
    entry    bigint   not null unique,
    hash     char(64) not null
);

-- What the sealer has not come to yet; the only table of the three that shrinks.
create table business_log_unsealed (
    entry bigint primary key
);

create function business_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create trigger business_log_append_only before update or delete or truncate on business_log
    for each statement execute function business_log_is_append_only();
create trigger business_log_seal_append_only before update or delete or truncate on business_log_seal
    for each statement execute function business_log_is_append_only();
