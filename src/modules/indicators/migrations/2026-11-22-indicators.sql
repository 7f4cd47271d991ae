create schema indicators;
grant usage on schema indicators to izaugsme_public, izaugsme_member;

create table indicators.source_document (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null,
  title_lv text not null,
  title_en text not null,
  publisher text,
  prepared_from date,
  prepared_to date,
  states_data_to date,
  url text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, key)
);

create table indicators.dimension_value (
  municipality_id uuid not null references registry.municipality (id),
  dimension text not null,
  dimension_lv text not null,
  dimension_en text not null,
  value text not null,
  position integer not null,
  label_lv text not null,
  label_en text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, dimension, value)
);

create table indicators.indicator (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  definition_lv text,
  definition_en text,
  title_unit text,
  unit text not null,
  direction text not null check (direction in ('up', 'down', 'none')),
  value_kind text not null check (value_kind in ('number', 'share', 'ratio', 'distribution', 'text')),
  frequency text check (frequency in ('schoolYear', 'semester', 'calendarYear', 'snapshot', 'month', 'once')),
  about_persons boolean not null,
  owner text,
  data_source_lv text,
  data_source_en text,
  legal_basis text,
  data_minimum boolean not null,
  retired_on date,
  retired_reason_lv text,
  retired_reason_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table indicators.methodology (
  municipality_id uuid not null,
  indicator_id uuid not null,
  version integer not null check (version > 0),
  text_lv text,
  text_en text,
  numerator_lv text,
  numerator_en text,
  denominator_lv text,
  denominator_en text,
  valid_from text,
  comparability text check (comparability in ('yes', 'no', 'afterRecomputation')),
  is_missing boolean not null default false,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, indicator_id, version),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table indicators.series (
  municipality_id uuid not null,
  id uuid not null,
  key text not null,
  indicator_id uuid not null,
  position integer not null,
  breakdown jsonb not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
);

create table indicators.observation (
  municipality_id uuid not null,
  series_id uuid not null,
  period text not null,
  value_kind text check (value_kind in ('number', 'share', 'ratio', 'distribution', 'text')),
  missing text check (missing in ('notMeasured', 'retired', 'notApplicable', 'noMethodology', 'notAsked', 'notReported', 'unknown', 'confidential')),
  number numeric,
  unit text,
  numerator numeric,
  denominator numeric,
  share numeric,
  distribution jsonb,
  text_lv text,
  text_en text,
  methodology integer,
  printed text,
  note_lv text,
  note_en text,
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  revision_reason text,
  import_id uuid,
  import_file text,
  import_row integer,
  is_public boolean not null default false,
  primary key (municipality_id, series_id, period, revision),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id),
  check ((value_kind is null) <> (missing is null)),
  check (missing is null or (number is null and distribution is null and text_lv is null)),
  check (value_kind not in ('number', 'share', 'ratio') or number is not null),
  check (value_kind <> 'distribution' or distribution is not null),
  check (value_kind <> 'text' or text_lv is not null)
);
comment on table indicators.observation is 'Everything measured, append-only: the highest revision of a series and period is current';

create table indicators.target_set (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  unique (municipality_id, key)
);
comment on table indicators.target_set is 'Baselines, targets and the period rule that are judged together, usually those of one strategy';

create table indicators.baseline (
  municipality_id uuid not null,
  target_set_id uuid not null,
  series_id uuid not null,
  period text not null,
  is_recomputed boolean not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, target_set_id, series_id),
  foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id)
);
comment on column indicators.baseline.period is 'Period of the observation that serves as the baseline';

create table indicators.target (
  municipality_id uuid not null,
  target_set_id uuid not null,
  series_id uuid not null,
  target_year integer not null check (target_year between 1990 and 2100),
  kind text not null check (kind in ('absolute', 'relative', 'trend', 'exists', 'firstMeasurement', 'none')),
  value numeric,
  unit text,
  printed text,
  note_lv text,
  note_en text,
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  revision_reason text,
  import_id uuid,
  import_file text,
  import_row integer,
  is_public boolean not null default false,
  primary key (municipality_id, target_set_id, series_id, target_year, revision),
  foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id),
  check ((kind in ('absolute', 'relative')) = (value is not null)),
  check (kind <> 'relative' or unit in ('percent', 'percentagePoint'))
);

create table indicators.period_rule (
  municipality_id uuid not null,
  target_set_id uuid not null,
  period text not null,
  target_year integer not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, target_set_id, period),
  foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id)
);
comment on table indicators.period_rule is 'Which target year the result of a period answers';

alter table indicators.source_document enable row level security;
alter table indicators.source_document force row level security;
create policy public_read on indicators.source_document for select to izaugsme_public using (is_public);
create policy member_read on indicators.source_document for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.source_document for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.source_document to izaugsme_public, izaugsme_member;
grant insert on indicators.source_document to izaugsme_member;
create policy member_update on indicators.source_document for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.source_document for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.source_document to izaugsme_member;

alter table indicators.dimension_value enable row level security;
alter table indicators.dimension_value force row level security;
create policy public_read on indicators.dimension_value for select to izaugsme_public using (is_public);
create policy member_read on indicators.dimension_value for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.dimension_value for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.dimension_value to izaugsme_public, izaugsme_member;
grant insert on indicators.dimension_value to izaugsme_member;
create policy member_update on indicators.dimension_value for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.dimension_value for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.dimension_value to izaugsme_member;

alter table indicators.indicator enable row level security;
alter table indicators.indicator force row level security;
create policy public_read on indicators.indicator for select to izaugsme_public using (is_public);
create policy member_read on indicators.indicator for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.indicator for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.indicator to izaugsme_public, izaugsme_member;
grant insert on indicators.indicator to izaugsme_member;
create policy member_update on indicators.indicator for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.indicator for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.indicator to izaugsme_member;

alter table indicators.methodology enable row level security;
alter table indicators.methodology force row level security;
create policy public_read on indicators.methodology for select to izaugsme_public using (is_public);
create policy member_read on indicators.methodology for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.methodology for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.methodology to izaugsme_public, izaugsme_member;
grant insert on indicators.methodology to izaugsme_member;
create policy member_update on indicators.methodology for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.methodology for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.methodology to izaugsme_member;

alter table indicators.series enable row level security;
alter table indicators.series force row level security;
create policy public_read on indicators.series for select to izaugsme_public using (is_public);
create policy member_read on indicators.series for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.series for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.series to izaugsme_public, izaugsme_member;
grant insert on indicators.series to izaugsme_member;
create policy member_update on indicators.series for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.series for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.series to izaugsme_member;

alter table indicators.target_set enable row level security;
alter table indicators.target_set force row level security;
create policy public_read on indicators.target_set for select to izaugsme_public using (is_public);
create policy member_read on indicators.target_set for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.target_set for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.target_set to izaugsme_public, izaugsme_member;
grant insert on indicators.target_set to izaugsme_member;
create policy member_update on indicators.target_set for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.target_set for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.target_set to izaugsme_member;

alter table indicators.baseline enable row level security;
alter table indicators.baseline force row level security;
create policy public_read on indicators.baseline for select to izaugsme_public using (is_public);
create policy member_read on indicators.baseline for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.baseline for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.baseline to izaugsme_public, izaugsme_member;
grant insert on indicators.baseline to izaugsme_member;
create policy member_update on indicators.baseline for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.baseline for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.baseline to izaugsme_member;

alter table indicators.period_rule enable row level security;
alter table indicators.period_rule force row level security;
create policy public_read on indicators.period_rule for select to izaugsme_public using (is_public);
create policy member_read on indicators.period_rule for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.period_rule for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.period_rule to izaugsme_public, izaugsme_member;
grant insert on indicators.period_rule to izaugsme_member;
create policy member_update on indicators.period_rule for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.period_rule for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on indicators.period_rule to izaugsme_member;

alter table indicators.observation enable row level security;
alter table indicators.observation force row level security;
create policy public_read on indicators.observation for select to izaugsme_public using (is_public);
create policy member_read on indicators.observation for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.observation for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.observation to izaugsme_public, izaugsme_member;
grant insert on indicators.observation to izaugsme_member;

alter table indicators.target enable row level security;
alter table indicators.target force row level security;
create policy public_read on indicators.target for select to izaugsme_public using (is_public);
create policy member_read on indicators.target for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.target for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.target to izaugsme_public, izaugsme_member;
grant insert on indicators.target to izaugsme_member;
