call put_behind_team_wall('credential', 'game');
call put_behind_team_wall('credential_first', 'game');
revoke all on credential_authority from gatehouse_team;
