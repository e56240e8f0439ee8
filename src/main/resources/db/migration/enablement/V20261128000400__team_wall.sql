call put_behind_team_wall('enablement', 'game');
