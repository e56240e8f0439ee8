-- An order whose first attempt has failed is being delivered; until now only a resend said so.
update purchase_order set state = 'DELIVERING'
  from notification_outbox n
 where n.order_no = purchase_order.order_no and n.kind = 'DELIVERY' and n.attempts > 0 and purchase_order.state = 'PAID';
