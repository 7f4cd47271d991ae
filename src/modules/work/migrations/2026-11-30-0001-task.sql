create schema if not exists work;
grant usage on schema work to izaugsme_member;

create table work.task (
  municipality_id uuid not null,
  id uuid not null,
  account_id text not null check (account_id <> ''),
  institution_id uuid,
  group_id uuid,
  person_id uuid,
  kind text not null check (kind ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  subject text not null,
  address text check (address ~ '^/'),
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'withdrawn')),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table work.task is 'What waits for a person; a module that wants something of somebody writes it here';
comment on column work.task.kind is 'What is asked for, as collection.submission; its first part is the module''s name';
comment on column work.task.subject is 'Id or key of the thing it is about, in that module''s words';
comment on column work.task.address is 'Where it is done, in its Latvian form';
create index task_by_account on work.task (account_id, state);
create index task_by_institution on work.task (municipality_id, institution_id);
create index task_by_group on work.task (municipality_id, group_id);
create index task_by_person on work.task (municipality_id, person_id);
