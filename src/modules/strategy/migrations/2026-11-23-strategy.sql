create schema strategy;
grant usage on schema strategy to izaugsme_public, izaugsme_member;

create table strategy.strategy (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null,
  title_lv text not null,
  title_en text not null,
  version text not null check (version in ('draft', 'adopted', 'amended', 'superseded')),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  decision_number text,
  decision_minutes text,
  decided_on date,
  vision_lv text,
  vision_en text,
  mission_lv text,
  mission_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on column strategy.strategy.key is 'Public id, also the key of its target set in indicators';

create table strategy.value (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  meaning_lv text,
  meaning_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.goal (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  aim_lv text,
  aim_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.direction (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  goal text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.action (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  direction text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  deliverable_lv text,
  deliverable_en text,
  responsible text,
  involved text,
  funding text,
  starts_on date,
  due_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, direction)
  references strategy.direction (municipality_id, strategy_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.action_status (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  as_of text not null,
  status text not null check (status in ('implemented', 'inProgress', 'partial', 'deferred', 'notStarted')),
  comment_lv text,
  comment_en text,
  decided_by_lv text,
  decided_by_en text,
  evidence_lv text,
  evidence_en text,
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  revision_reason text,
  import_id uuid,
  import_file text,
  import_row integer,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, action, as_of, revision),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on table strategy.action_status is 'Append-only: the highest revision of an action and period is current';

create table strategy.programme (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  state text not null check (state in ('written', 'planned')),
  promised_by text,
  starts_on date,
  ends_on date,
  aim_lv text,
  aim_en text,
  progress_lv text,
  progress_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, promised_by)
  references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on column strategy.programme.state is 'planned: promised by an action and not written yet';

create table strategy.programme_direction (
  municipality_id uuid not null,
  strategy_id uuid not null,
  programme text not null,
  direction text not null,
  link text not null check (link in ('yes', 'no', 'unknown')),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, programme, direction),
  foreign key (municipality_id, strategy_id, programme) references strategy.programme (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, direction) references strategy.direction (municipality_id, strategy_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.external_factor (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  effect_lv text,
  effect_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.recommendation (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table strategy.goal_indicator (
  municipality_id uuid not null,
  strategy_id uuid not null,
  indicator_id uuid not null,
  goal text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, indicator_id),
  foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
);

create table strategy.claim (
  municipality_id uuid not null,
  strategy_id uuid not null,
  key text not null,
  kind text not null check (kind in ('trend', 'count', 'sum', 'order')),
  text_lv text not null,
  text_en text not null,
  subjects jsonb not null,
  filter jsonb not null,
  total text,
  direction text check (direction in ('up', 'down', 'same', 'before', 'after')),
  from_period text,
  to_period text,
  value numeric,
  share numeric,
  date date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, strategy_id, key),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on table strategy.claim is 'What a document says in words, as data, so that the tables can answer it';

alter table strategy.strategy enable row level security;
alter table strategy.strategy force row level security;
create policy public_read on strategy.strategy for select to izaugsme_public using (is_public);
create policy member_read on strategy.strategy for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.strategy for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.strategy to izaugsme_public, izaugsme_member;
grant insert on strategy.strategy to izaugsme_member;
create policy member_update on strategy.strategy for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.strategy for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.strategy to izaugsme_member;

alter table strategy.value enable row level security;
alter table strategy.value force row level security;
create policy public_read on strategy.value for select to izaugsme_public using (is_public);
create policy member_read on strategy.value for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.value for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.value to izaugsme_public, izaugsme_member;
grant insert on strategy.value to izaugsme_member;
create policy member_update on strategy.value for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.value for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.value to izaugsme_member;

alter table strategy.goal enable row level security;
alter table strategy.goal force row level security;
create policy public_read on strategy.goal for select to izaugsme_public using (is_public);
create policy member_read on strategy.goal for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.goal for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.goal to izaugsme_public, izaugsme_member;
grant insert on strategy.goal to izaugsme_member;
create policy member_update on strategy.goal for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.goal for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.goal to izaugsme_member;

alter table strategy.direction enable row level security;
alter table strategy.direction force row level security;
create policy public_read on strategy.direction for select to izaugsme_public using (is_public);
create policy member_read on strategy.direction for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.direction for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.direction to izaugsme_public, izaugsme_member;
grant insert on strategy.direction to izaugsme_member;
create policy member_update on strategy.direction for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.direction for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.direction to izaugsme_member;

alter table strategy.action enable row level security;
alter table strategy.action force row level security;
create policy public_read on strategy.action for select to izaugsme_public using (is_public);
create policy member_read on strategy.action for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.action for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.action to izaugsme_public, izaugsme_member;
grant insert on strategy.action to izaugsme_member;
create policy member_update on strategy.action for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.action for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.action to izaugsme_member;

alter table strategy.programme enable row level security;
alter table strategy.programme force row level security;
create policy public_read on strategy.programme for select to izaugsme_public using (is_public);
create policy member_read on strategy.programme for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.programme for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.programme to izaugsme_public, izaugsme_member;
grant insert on strategy.programme to izaugsme_member;
create policy member_update on strategy.programme for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.programme for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.programme to izaugsme_member;

alter table strategy.programme_direction enable row level security;
alter table strategy.programme_direction force row level security;
create policy public_read on strategy.programme_direction for select to izaugsme_public using (is_public);
create policy member_read on strategy.programme_direction for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.programme_direction for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.programme_direction to izaugsme_public, izaugsme_member;
grant insert on strategy.programme_direction to izaugsme_member;
create policy member_update on strategy.programme_direction for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.programme_direction for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.programme_direction to izaugsme_member;

alter table strategy.external_factor enable row level security;
alter table strategy.external_factor force row level security;
create policy public_read on strategy.external_factor for select to izaugsme_public using (is_public);
create policy member_read on strategy.external_factor for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.external_factor for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.external_factor to izaugsme_public, izaugsme_member;
grant insert on strategy.external_factor to izaugsme_member;
create policy member_update on strategy.external_factor for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.external_factor for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.external_factor to izaugsme_member;

alter table strategy.recommendation enable row level security;
alter table strategy.recommendation force row level security;
create policy public_read on strategy.recommendation for select to izaugsme_public using (is_public);
create policy member_read on strategy.recommendation for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.recommendation for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.recommendation to izaugsme_public, izaugsme_member;
grant insert on strategy.recommendation to izaugsme_member;
create policy member_update on strategy.recommendation for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.recommendation for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.recommendation to izaugsme_member;

alter table strategy.goal_indicator enable row level security;
alter table strategy.goal_indicator force row level security;
create policy public_read on strategy.goal_indicator for select to izaugsme_public using (is_public);
create policy member_read on strategy.goal_indicator for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.goal_indicator for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.goal_indicator to izaugsme_public, izaugsme_member;
grant insert on strategy.goal_indicator to izaugsme_member;
create policy member_update on strategy.goal_indicator for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.goal_indicator for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.goal_indicator to izaugsme_member;

alter table strategy.claim enable row level security;
alter table strategy.claim force row level security;
create policy public_read on strategy.claim for select to izaugsme_public using (is_public);
create policy member_read on strategy.claim for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.claim for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.claim to izaugsme_public, izaugsme_member;
grant insert on strategy.claim to izaugsme_member;
create policy member_update on strategy.claim for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on strategy.claim for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on strategy.claim to izaugsme_member;

alter table strategy.action_status enable row level security;
alter table strategy.action_status force row level security;
create policy public_read on strategy.action_status for select to izaugsme_public using (is_public);
create policy member_read on strategy.action_status for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on strategy.action_status for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on strategy.action_status to izaugsme_public, izaugsme_member;
grant insert on strategy.action_status to izaugsme_member;
