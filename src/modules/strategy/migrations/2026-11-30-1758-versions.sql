-- Versions of a plan: drafts of changes, the council's decision, and what became of each action.
alter table strategy.action add column ended_on date;
alter table strategy.action add column end_reason_lv text;
alter table strategy.action add column end_reason_en text;
alter table strategy.action add column merged_into text check (merged_into <> code);
alter table strategy.action add column continues text check (continues ~ '^[a-z0-9-]+/.+$');
alter table strategy.action add check ((ended_on is null) = (end_reason_lv is null));
alter table strategy.action add check (merged_into is null or ended_on is not null);
alter table strategy.action add foreign key (municipality_id, strategy_id, merged_into)
  references strategy.action (municipality_id, strategy_id, code) deferrable initially deferred;
comment on column strategy.action.ended_on is 'Day from which it is no longer part of the plan; its history stays';
comment on column strategy.action.merged_into is 'Action of the same plan that goes on with it';
comment on column strategy.action.continues is 'Plan and code of the action that it continues: liepaja-2020-2025/1.1.3';
create index action_merged_into on strategy.action (municipality_id, strategy_id, merged_into);
alter table strategy.goal add column continues text check (continues ~ '^[a-z0-9-]+/.+$');
comment on column strategy.goal.continues is 'Plan and code of the goal that it continues';
alter table strategy.direction add column continues text check (continues ~ '^[a-z0-9-]+/.+$');
comment on column strategy.direction.continues is 'Plan and code of the direction that it continues';

create table strategy.version (
  municipality_id uuid not null,
  id uuid not null,
  strategy_id uuid not null,
  number integer not null check (number > 1),
  state text not null check (state in ('draft', 'adopted', 'dropped')),
  kind text not null check (kind in ('update', 'midterm')),
  reason_lv text not null,
  reason_en text,
  decision_number text,
  decided_on date,
  minutes text,
  in_force_on date,
  adopted_at timestamptz,
  check (state <> 'adopted' or (decision_number is not null and decided_on is not null and in_force_on is not null)),
  check ((state = 'adopted') = (adopted_at is not null)),
  check (in_force_on >= decided_on),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.version is 'A version of an adopted plan: its draft, the council''s decision, and when it was adopted';
comment on column strategy.version.number is 'Counted from the plan as it was first adopted, which is the first; a draft that is dropped gives its number up';
comment on column strategy.version.adopted_at is 'Instant at which the plan became as it says; as of it the version is read';
comment on column strategy.version.in_force_on is 'Day from which the council has put it in force';
create unique index version_number on strategy.version (municipality_id, strategy_id, number) where state <> 'dropped';
create unique index version_one_draft on strategy.version (municipality_id, strategy_id) where state = 'draft';

create table strategy.version_change (
  municipality_id uuid not null,
  version_id uuid not null,
  target text not null check (target in ('goal', 'direction', 'action')),
  code text not null,
  kind text not null check (kind in ('keep', 'change', 'add', 'merge', 'end')),
  fields jsonb not null default '{}',
  was jsonb not null default '{}',
  into_code text,
  reason_lv text not null,
  reason_en text,
  check (target = 'action' or kind in ('keep', 'change')),
  check ((kind = 'merge') = (into_code is not null)),
  check (into_code <> code),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, version_id, target, code),
  foreign key (municipality_id, version_id) references strategy.version (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.version_change is 'What a version proposes, or has done, to one goal, direction or action of the plan, and why';
comment on column strategy.version_change.kind is 'keep: looked at, and stays as it is';
comment on column strategy.version_change.fields is 'Columns of the plan''s row as they shall be; of a change only those that differ';
comment on column strategy.version_change.was is 'The same columns as they were when it was proposed';
comment on column strategy.version_change.into_code is 'Action that a merged one goes into';
