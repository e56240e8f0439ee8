call put_behind_team_wall('report_job', 'game');
call put_behind_team_wall('report_chunk', 'job', 'report_job', 'id');
