-- The chain again, a row for each batch of the sealer instead of each entry: a seal of its own wrote as much to the
-- database's log as the entry it sealed. Nothing of the arithmetic changes: every entry keeps its place and its hash.
create table business_log_batch (
    first_position bigint    primary key,
    -- from the lowest to the highest entry; entries of other batches may lie between
    span           int8range not null,
    entries        bigint[]  not null,
    hashes         bytea[]   not null,
    check (cardinality(entries) > 0 and cardinality(entries) = cardinality(hashes))
);
insert into business_log_batch (first_position, span, entries, hashes)
select min(position), int8range(min(entry), max(entry), '[]'), array_agg(entry order by position),
       array_agg(decode(hash, 'hex') order by position)
from business_log_seal group by (position - 1) / 1000;
create index business_log_batch_span on business_log_batch using gist (span);
create trigger business_log_batch_append_only before update or delete or truncate on business_log_batch
    for each statement execute function business_log_is_append_only();

drop table business_log_seal;
create view business_log_seal as
select batch.first_position + place - 1 as position, entry, encode(hash, 'hex') as hash, batch.first_position
from business_log_batch batch, unnest(batch.entries, batch.hashes) with ordinality as sealed (entry, hash, place);

-- What waits for the sealer, a row for each transaction that appended.
alter table business_log_unsealed rename to business_log_unsealed_entry;
create table business_log_unsealed (
    id      bigint   generated always as identity primary key,
    entries bigint[] not null
);
insert into business_log_unsealed (entries)
select array_agg(entry order by entry) from business_log_unsealed_entry group by entry / 1000;
drop table business_log_unsealed_entry;
