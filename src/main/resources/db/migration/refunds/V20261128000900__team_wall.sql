call put_behind_team_wall('refund_order', 'game');
