-- The review page shows what waits for the superapp, the most urgent first.
create index undelivered_case_with_superapp on undelivered_case (due_at)
 where closed_at is null and with_superapp and awaiting = 'DECISION';
