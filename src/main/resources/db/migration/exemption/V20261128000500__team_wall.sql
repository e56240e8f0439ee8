call put_behind_team_wall('exemption', 'game');
call put_behind_team_wall('revocation', 'game');
