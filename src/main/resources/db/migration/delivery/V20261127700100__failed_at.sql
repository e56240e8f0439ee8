-- When it has failed last: what waited for it a whole schedule long until then is given up, and nothing on mere suspicion.
alter table delivery_endpoint add column failed_at timestamptz;
