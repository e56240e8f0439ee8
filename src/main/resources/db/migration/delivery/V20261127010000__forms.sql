alter table delivery_configuration add column form varchar(10) not null default 'A';

-- What waits for a key to be signed with is kept as the occasion itself now, which may take any form.
update notification_outbox
   set payload = json_build_object(
           'game', json_build_object('value', game), 'env', case env when 0 then 'LIVE' else 'SANDBOX' end,
           'orderNo', order_no, 'openId', payload::json ->> 'OpenId', 'outTradeNo', payload::json ->> 'OutTradeNo',
           'productId', payload::json -> 'GoodsInfo' ->> 'ProductId',
           'quantity', (payload::json -> 'GoodsInfo' ->> 'Quantity')::int,
           'zoneId', payload::json -> 'GoodsInfo' ->> 'ZoneId',
           'origPrice', (payload::json -> 'GoodsInfo' ->> 'OrigPrice')::bigint,
           'actualPrice', (payload::json -> 'GoodsInfo' ->> 'ActualPrice')::bigint,
           'attach', payload::json -> 'GoodsInfo' ->> 'Attach',
           'orderSource', (payload::json -> 'GoodsInfo' ->> 'OrderSource')::int,
           'payModel', coalesce(pay_model, ''), 'transactionId', '',
           'paidAt', to_char(enqueued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
 where body is null and kind = 'DELIVERY';
update notification_outbox
   set payload = json_build_object(
           'game', json_build_object('value', game), 'env', case env when 0 then 'LIVE' else 'SANDBOX' end,
           'orderNo', order_no, 'openId', payload::json ->> 'OpenId', 'outTradeNo', payload::json ->> 'OutTradeNo',
           'refundNo', refund_no, 'gamesRefundNo', refund_no,
           'amount', (payload::json ->> 'RefundAmount')::bigint, 'source', (payload::json ->> 'RefundSource')::int,
           'transactionId', '', 'channelNo', '',
           'askedAt', to_char(enqueued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
           'at', to_char(enqueued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
 where body is null and kind = 'REFUND';
alter table notification_outbox drop column pay_model;
