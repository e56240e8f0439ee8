-- Room on its page for both versions of a row that are still to come: paid, and delivered.
alter table purchase_order set (fillfactor = 50);

-- An index on orders that names the state in its condition is touched, and all others with it, whenever a state changes.
-- This column changes when an order is paid or closed, and not any more when it is delivered: that change stays on its page.
-- Writes the table anew.
alter table purchase_order add column unpaid_since timestamptz
    generated always as (case when state in ('CREATED', 'PAYING') then created_at end) stored;
drop index purchase_order_unpaid;
create index purchase_order_unpaid on purchase_order (unpaid_since) where unpaid_since is not null;
