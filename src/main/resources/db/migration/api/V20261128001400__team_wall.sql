call put_behind_team_wall('api_answer', 'token', 'api_token', 'id');
