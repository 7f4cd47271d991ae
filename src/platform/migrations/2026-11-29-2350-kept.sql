-- What has been worked out from a municipality's data and is kept until they change.
create table platform.kept (
  municipality_id uuid not null,
  name text not null,
  version bigint not null,
  seen pg_snapshot not null,
  epoch bigint not null,
  code text not null,
  is_public boolean not null default true,
  primary key (municipality_id, name)
);
comment on table platform.kept is 'Which version of a municipality''s data each keeper has seen';
comment on column platform.kept.name is 'What is kept, e.g. the findings';
comment on column platform.kept.seen is 'Transactions whose changes it has seen; those that are not visible in it are still to be looked at';
comment on column platform.kept.epoch is 'The epoch of the journal in which those transactions were counted';
comment on column platform.kept.code is 'Changes with the program, so that a new one works out everything again';

alter table platform.kept enable row level security;
alter table platform.kept force row level security;
create policy public_read on platform.kept for select to izaugsme_public using (is_public);
create policy member_read on platform.kept for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on platform.kept for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_update on platform.kept for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on platform.kept for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on platform.kept to izaugsme_public, izaugsme_member;
grant insert, update, delete on platform.kept to izaugsme_member;
