call put_behind_team_wall('picture', 'game');
call put_behind_team_wall('item', 'game');
call put_behind_team_wall('item_version', 'item', 'item', 'id');
call put_behind_team_wall('import_run', 'game');
call put_behind_team_wall('import_row', 'import', 'import_run', 'number');
call put_behind_team_wall('import_picture', 'import', 'import_run', 'number');
call put_behind_team_wall('release_line', 'item', 'item', 'id');
call put_behind_team_wall('goods_upload', 'game');
call put_behind_team_wall('goods_publish', 'game');
