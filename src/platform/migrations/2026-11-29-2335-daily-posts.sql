create table platform.post_key (
  day date primary key,
  key bytea not null
);
comment on table platform.post_key is 'Key of a day, with which addresses of visitors are made unrecognisable; erased with the day';
alter table platform.post_key enable row level security;
alter table platform.post_key force row level security;
create policy keeper_all on platform.post_key for all to izaugsme_keeper using (true) with check (true);
grant select, insert, delete on platform.post_key to izaugsme_keeper;

create table platform.post_count (
  day date not null,
  visitor bytea not null,
  count integer not null check (count > 0),
  primary key (day, visitor)
);
comment on table platform.post_count is 'How often a visitor has posted today; the visitor is a keyed hash that nobody can work out once the key is erased';
alter table platform.post_count enable row level security;
alter table platform.post_count force row level security;
create policy keeper_all on platform.post_count for all to izaugsme_keeper using (true) with check (true);
grant select, insert, update, delete on platform.post_count to izaugsme_keeper;

grant usage on schema platform to izaugsme_keeper;
