-- Keys that have rested in the clear may stand in somebody's copy of this table: sealing them now would not make them
-- secret again. Players' sessions last a day, and every client signs its player in anew when it is told that one has
-- ended. Emptied by truncate, so that the old rows leave the disk too.
truncate player_session;
alter table player_session drop column session_key;
-- under a key outside the database, bound to game, player and session
alter table player_session add column sealed_key bytea not null;
