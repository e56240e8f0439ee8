-- a number is searched among those of the orders, the games and the askers; those who see all games name none
create index refund_order_by_external_no on refund_order (external_no) where external_no is not null;
create index refund_order_by_out_trade_no on refund_order (out_trade_no);
