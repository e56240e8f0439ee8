-- what changed in one moment, as the rows of an import, is listed by its code
drop index item_list;
create index item_list on item (game, changed_at desc, code) where not deleted;
