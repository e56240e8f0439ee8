-- Orders are looked for by an item's name, of any version.
create index item_version_name on item_version (lower(name));
