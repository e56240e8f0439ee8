-- The orders of an item that is rarely sold lay among all orders of a year. Written when an order is placed, and not when it
-- is paid or delivered.
create index purchase_order_item on purchase_order (app_id, item_code, listed_at, order_no);
