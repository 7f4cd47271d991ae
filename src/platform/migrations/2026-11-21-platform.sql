create schema platform;
grant usage on schema platform to izaugsme_public, izaugsme_member;

create table platform.data_version (
  municipality_id uuid primary key,
  version bigint not null check (version > 0),
  changed_at timestamptz not null,
  is_public boolean not null default true
);
comment on table platform.data_version is 'Rises in each transaction that writes a municipality''s data; pages are cached by it';
alter table platform.data_version enable row level security;
alter table platform.data_version force row level security;
create policy public_read on platform.data_version for select to izaugsme_public using (is_public);
create policy member_read on platform.data_version for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on platform.data_version for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on platform.data_version to izaugsme_public, izaugsme_member;
grant insert on platform.data_version to izaugsme_member;
create policy member_update on platform.data_version for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on platform.data_version for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on platform.data_version to izaugsme_member;

create table platform.import_run (
  municipality_id uuid not null,
  id uuid not null,
  dataset text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  is_public boolean not null default false,
  primary key (municipality_id, id)
);
comment on table platform.import_run is 'One loading of a folder of files that changed something';
alter table platform.import_run enable row level security;
alter table platform.import_run force row level security;
create policy public_read on platform.import_run for select to izaugsme_public using (is_public);
create policy member_read on platform.import_run for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on platform.import_run for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on platform.import_run to izaugsme_public, izaugsme_member;
grant insert on platform.import_run to izaugsme_member;

create table platform.record_revision (
  municipality_id uuid not null,
  table_name text not null,
  record_key text not null,
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  import_id uuid,
  content jsonb not null,
  is_public boolean not null default false,
  primary key (municipality_id, table_name, record_key, revision)
);
comment on table platform.record_revision is 'Each state that a descriptive row has had; measured values keep their own revisions';
alter table platform.record_revision enable row level security;
alter table platform.record_revision force row level security;
create policy public_read on platform.record_revision for select to izaugsme_public using (is_public);
create policy member_read on platform.record_revision for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on platform.record_revision for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on platform.record_revision to izaugsme_public, izaugsme_member;
grant insert on platform.record_revision to izaugsme_member;

create table platform.audit_event (
  municipality_id uuid not null,
  sequence bigint not null check (sequence > 0),
  occurred_at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  previous_hash text not null,
  hash text not null,
  is_public boolean not null default false check (not is_public),
  primary key (municipality_id, sequence)
);
comment on table platform.audit_event is 'Who did what, append-only; each row carries the hash of the one before';
alter table platform.audit_event enable row level security;
alter table platform.audit_event force row level security;
create policy public_read on platform.audit_event for select to izaugsme_public using (is_public);
create policy member_read on platform.audit_event for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on platform.audit_event for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on platform.audit_event to izaugsme_public, izaugsme_member;
grant insert on platform.audit_event to izaugsme_member;
