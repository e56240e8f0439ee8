-- a game may confirm each of its orders itself; of most orders the payment and that are all that stands in the log
drop index business_log_case;
create index business_log_case on business_log (game, id)
    where game is not null and request is not null and type not in ('order.paid', 'order.confirmed');
