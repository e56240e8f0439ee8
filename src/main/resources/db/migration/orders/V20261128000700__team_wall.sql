call put_behind_team_wall('purchase_order', 'app_id');
call put_behind_team_wall('order_refund', 'order_no', 'purchase_order', 'order_no');
call put_behind_team_wall('order_transaction', 'order_no', 'purchase_order', 'order_no');
call put_behind_team_wall('unpaid_order', 'order_no', 'purchase_order', 'order_no');
call put_behind_team_wall('undelivered_case', 'app_id');
call put_behind_team_wall('payment_conflict', 'app_id');
call put_behind_team_wall('player_session', 'app_id');
