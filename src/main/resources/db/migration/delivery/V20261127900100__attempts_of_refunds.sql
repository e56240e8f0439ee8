-- A refund's case shows how its notification went. Deliveries, the many, are not in this index.
create index delivery_attempt_refund on delivery_attempt (refund_no, id) where refund_no is not null;
