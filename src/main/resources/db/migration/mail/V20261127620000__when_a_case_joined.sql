-- A mail that went out before a case joined it stands in that case where it joined.
alter table mail_case add column at timestamptz not null default now();
