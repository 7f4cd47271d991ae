create schema registry;
grant usage on schema registry to izaugsme_public, izaugsme_member;

create table registry.planning_region (
  code text primary key,
  name_lv text not null,
  name_en text not null
);

create table registry.municipality (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z]+(-[a-z]+)*$')
);
comment on table registry.municipality is 'A local government as one tenant, whatever its code or name was over time';

create table registry.municipality_version (
  municipality_id uuid not null references registry.municipality (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  code text not null check (code ~ '^LV[0-9]{7}$'),
  iso text,
  kind text not null check (kind in ('stateCity', 'novads')),
  name_lv text not null,
  name_en text not null,
  region text not null references registry.planning_region (code),
  successor text check (successor ~ '^LV[0-9]{7}$'),
  tile_column integer,
  tile_row integer,
  primary key (municipality_id, valid_from),
  unique (code, valid_from)
);
comment on column registry.municipality_version.valid_to is 'First day it no longer holds';

create table registry.school_year (
  code text primary key check (code ~ '^[0-9]{4}/[0-9]{4}$'),
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  source text
);

create table registry.institution_type (
  code text primary key,
  name_lv text not null,
  name_en text not null,
  position integer not null
);

alter table registry.planning_region enable row level security;
alter table registry.planning_region force row level security;
create policy everybody_reads on registry.planning_region for select to izaugsme_public, izaugsme_member using (true);
create policy national_write on registry.planning_region for all to izaugsme_member
  using (current_setting('izaugsme.national', true) = 'yes') with check (current_setting('izaugsme.national', true) = 'yes');
grant select on registry.planning_region to izaugsme_public, izaugsme_member;
grant insert, update, delete on registry.planning_region to izaugsme_member;

alter table registry.municipality enable row level security;
alter table registry.municipality force row level security;
create policy everybody_reads on registry.municipality for select to izaugsme_public, izaugsme_member using (true);
create policy national_write on registry.municipality for all to izaugsme_member
  using (current_setting('izaugsme.national', true) = 'yes') with check (current_setting('izaugsme.national', true) = 'yes');
grant select on registry.municipality to izaugsme_public, izaugsme_member;
grant insert, update, delete on registry.municipality to izaugsme_member;

alter table registry.municipality_version enable row level security;
alter table registry.municipality_version force row level security;
create policy everybody_reads on registry.municipality_version for select to izaugsme_public, izaugsme_member using (true);
create policy national_write on registry.municipality_version for all to izaugsme_member
  using (current_setting('izaugsme.national', true) = 'yes') with check (current_setting('izaugsme.national', true) = 'yes');
grant select on registry.municipality_version to izaugsme_public, izaugsme_member;
grant insert, update, delete on registry.municipality_version to izaugsme_member;

alter table registry.school_year enable row level security;
alter table registry.school_year force row level security;
create policy everybody_reads on registry.school_year for select to izaugsme_public, izaugsme_member using (true);
create policy national_write on registry.school_year for all to izaugsme_member
  using (current_setting('izaugsme.national', true) = 'yes') with check (current_setting('izaugsme.national', true) = 'yes');
grant select on registry.school_year to izaugsme_public, izaugsme_member;
grant insert, update, delete on registry.school_year to izaugsme_member;

alter table registry.institution_type enable row level security;
alter table registry.institution_type force row level security;
create policy everybody_reads on registry.institution_type for select to izaugsme_public, izaugsme_member using (true);
create policy national_write on registry.institution_type for all to izaugsme_member
  using (current_setting('izaugsme.national', true) = 'yes') with check (current_setting('izaugsme.national', true) = 'yes');
grant select on registry.institution_type to izaugsme_public, izaugsme_member;
grant insert, update, delete on registry.institution_type to izaugsme_member;
