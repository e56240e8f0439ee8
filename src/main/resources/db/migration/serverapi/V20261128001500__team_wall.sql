call put_behind_team_wall('app_secret', 'app_id');
call put_behind_team_wall('access_token', 'app_id');
call put_behind_team_wall('bill_link', 'app_id');
