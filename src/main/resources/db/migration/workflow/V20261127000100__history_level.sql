-- A database from before kept a full history of item-delivery too, and the engine refuses another level than it finds.
do $$ begin
    if to_regclass('act_ge_property') is not null then
        update act_ge_property set value_ = '40' where name_ = 'historyLevel';
    end if;
end $$;
