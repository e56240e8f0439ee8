-- the cases of a game: nearly all of its rows are those of paid orders, and these are not entered here
create index business_log_case on business_log (game, id)
    where game is not null and request is not null and type <> 'order.paid';
