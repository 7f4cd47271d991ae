-- Somebody opens a person's record: a row for each person, written and committed before anything is read.
create table platform.reading (
  municipality_id uuid not null,
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default now(),
  actor text not null default current_setting('izaugsme.account') check (actor <> ''),
  capability text not null,
  reason text not null check (char_length(btrim(reason)) >= 5),
  primary key (municipality_id, person_id, id)
);
comment on table platform.reading is 'Who opened whose record and why; actor and instant are the database''s own word';
create index reading_by_actor on platform.reading (municipality_id, actor, at);

create table platform.role_grant (
  municipality_id uuid not null,
  id uuid not null,
  account_id text not null check (account_id <> ''),
  role text not null,
  scope_kind text not null check (scope_kind in ('country', 'municipality', 'institution', 'group', 'person')),
  scope_id uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  given_by text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check ((scope_kind = 'country') = (municipality_id = '00000000-0000-0000-0000-000000000000')),
  check ((scope_kind in ('country', 'municipality')) = (scope_id is null))
);
comment on table platform.role_grant is 'A role that somebody was given over a scope for a time; the country''s grants stand under the country''s id';
comment on column platform.role_grant.valid_to is 'First day it no longer holds';
create index role_grant_by_account on platform.role_grant (account_id);
