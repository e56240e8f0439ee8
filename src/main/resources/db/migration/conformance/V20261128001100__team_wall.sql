call put_behind_team_wall('conformance_run', 'game');
call put_behind_team_wall('conformance_line', 'run', 'conformance_run', 'id');
call put_behind_team_wall('conformance_exchange', 'run', 'conformance_run', 'id');
call put_behind_team_wall('conformance_replay', 'game');
