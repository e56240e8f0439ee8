create index merchant_by_name on merchant (name, id);
