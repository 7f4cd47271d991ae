create schema surveys;
grant usage on schema surveys to izaugsme_public, izaugsme_member;

create table surveys.survey (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  question_lv text,
  question_en text,
  period text not null,
  answer_scale_lv text,
  answer_scale_en text,
  claimed_representative boolean,
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

create table surveys.survey_group (
  municipality_id uuid not null,
  survey_id uuid not null,
  code text not null,
  position integer not null,
  label_lv text not null,
  label_en text not null,
  respondents integer not null check (respondents > 0),
  response_share numeric check (response_share between 0 and 100),
  response_share_decimals integer not null default 0,
  population integer check (population >= respondents),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, survey_id, code),
  foreign key (municipality_id, survey_id) references surveys.survey (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on column surveys.survey_group.response_share is 'Per cent of the target group that answered, as printed';

create table surveys.item (
  municipality_id uuid not null,
  survey_id uuid not null,
  code text not null,
  position integer not null,
  goal text,
  title_lv text not null,
  title_en text not null,
  printed_mean numeric,
  printed_mean_decimals integer not null default 0,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, survey_id, code),
  foreign key (municipality_id, survey_id) references surveys.survey (municipality_id, id),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

create table surveys.result (
  municipality_id uuid not null,
  survey_id uuid not null,
  survey_group text not null,
  item text not null,
  share numeric check (share between 0 and 100),
  decimals integer not null default 0,
  missing text,
  revision integer not null check (revision > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  revision_reason text,
  import_id uuid,
  import_file text,
  import_row integer,
  is_public boolean not null default false,
  primary key (municipality_id, survey_id, survey_group, item, revision),
  foreign key (municipality_id, survey_id, survey_group) references surveys.survey_group (municipality_id, survey_id, code),
  foreign key (municipality_id, survey_id, item) references surveys.item (municipality_id, survey_id, code),
  check ((share is null) <> (missing is null)),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);
comment on table surveys.result is 'Share of positive answers of a group to an item; append-only, the highest revision is current';

create table surveys.printed_mean (
  municipality_id uuid not null,
  survey_id uuid not null,
  survey_group text not null,
  scope text not null,
  printed_mean numeric not null,
  decimals integer not null default 0,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  import_id uuid,
  is_public boolean not null default false,
  primary key (municipality_id, survey_id, survey_group, scope),
  foreign key (municipality_id, survey_id, survey_group) references surveys.survey_group (municipality_id, survey_id, code),
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)
);

alter table surveys.survey enable row level security;
alter table surveys.survey force row level security;
create policy public_read on surveys.survey for select to izaugsme_public using (is_public);
create policy member_read on surveys.survey for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on surveys.survey for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on surveys.survey to izaugsme_public, izaugsme_member;
grant insert on surveys.survey to izaugsme_member;
create policy member_update on surveys.survey for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on surveys.survey for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on surveys.survey to izaugsme_member;

alter table surveys.survey_group enable row level security;
alter table surveys.survey_group force row level security;
create policy public_read on surveys.survey_group for select to izaugsme_public using (is_public);
create policy member_read on surveys.survey_group for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on surveys.survey_group for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on surveys.survey_group to izaugsme_public, izaugsme_member;
grant insert on surveys.survey_group to izaugsme_member;
create policy member_update on surveys.survey_group for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on surveys.survey_group for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on surveys.survey_group to izaugsme_member;

alter table surveys.item enable row level security;
alter table surveys.item force row level security;
create policy public_read on surveys.item for select to izaugsme_public using (is_public);
create policy member_read on surveys.item for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on surveys.item for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on surveys.item to izaugsme_public, izaugsme_member;
grant insert on surveys.item to izaugsme_member;
create policy member_update on surveys.item for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on surveys.item for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on surveys.item to izaugsme_member;

alter table surveys.printed_mean enable row level security;
alter table surveys.printed_mean force row level security;
create policy public_read on surveys.printed_mean for select to izaugsme_public using (is_public);
create policy member_read on surveys.printed_mean for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on surveys.printed_mean for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on surveys.printed_mean to izaugsme_public, izaugsme_member;
grant insert on surveys.printed_mean to izaugsme_member;
create policy member_update on surveys.printed_mean for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on surveys.printed_mean for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant update, delete on surveys.printed_mean to izaugsme_member;

alter table surveys.result enable row level security;
alter table surveys.result force row level security;
create policy public_read on surveys.result for select to izaugsme_public using (is_public);
create policy member_read on surveys.result for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on surveys.result for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on surveys.result to izaugsme_public, izaugsme_member;
grant insert on surveys.result to izaugsme_member;
