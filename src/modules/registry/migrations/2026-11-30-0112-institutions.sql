-- Institutions with their validity, so that every other module can say which one a row is about.
create table registry.institution (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  registration_number text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table registry.institution is 'A provider of education, by what never changes: its name, type and founder stand in its versions';
comment on column registry.institution.key is 'What it is called in files and addresses';
comment on column registry.institution.registration_number is 'Number in the register of educational institutions; null when no source states it';

create table registry.institution_version (
  municipality_id uuid not null,
  institution_id uuid not null,
  version integer not null check (version > 0),
  name_lv text not null,
  name_en text not null,
  short_name_lv text,
  short_name_en text,
  type text references registry.institution_type (code),
  legal_form_lv text,
  legal_form_en text,
  founder_kind text check (founder_kind in ('municipality', 'state', 'private', 'other')),
  founder_lv text,
  founder_en text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  reason_lv text,
  reason_en text,
  end_reason_lv text,
  end_reason_en text,
  source_id uuid,
  locator text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, institution_id, version),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table registry.institution_version is 'What an institution was for a stretch of time; of those of one institution only one holds on a day';
comment on column registry.institution_version.valid_from is 'Null when no source states since when';
comment on column registry.institution_version.valid_to is 'First day it no longer holds; null while it does, or when no source states it';
comment on column registry.institution_version.reason_lv is 'Why it became like this';
comment on column registry.institution_version.end_reason_lv is 'Why it was no longer like this';

create table registry.site (
  municipality_id uuid not null,
  institution_id uuid not null,
  id uuid not null,
  key text not null,
  name_lv text,
  name_en text,
  address text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  source_id uuid,
  locator text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, institution_id, key),
  unique (municipality_id, institution_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table registry.site is 'A place where an institution teaches; it may have several';
comment on column registry.site.valid_to is 'First day it no longer is';

create table registry.programme (
  municipality_id uuid not null,
  institution_id uuid not null,
  key text not null,
  site_id uuid,
  code text check (code ~ '^[0-9]{8}$'),
  name_lv text not null,
  name_en text not null,
  stage text check (stage in ('preschool', 'primary', 'basic', 'secondary', 'higher')),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  source_id uuid,
  locator text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, institution_id, key),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, institution_id, site_id) references registry.site (municipality_id, institution_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table registry.programme is 'A programme of education that an institution offers, at a site where one is stated';
comment on column registry.programme.code is 'Eight digits of the national classifier';
comment on column registry.programme.valid_to is 'First day it is no longer offered';

create table registry.institution_successor (
  municipality_id uuid not null,
  institution_id uuid not null,
  successor_id uuid not null check (successor_id <> institution_id),
  kind text not null check (kind in ('mergedInto', 'splitInto', 'continuedAs')),
  day date,
  source_id uuid,
  locator text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, institution_id, successor_id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, successor_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table registry.institution_successor is 'Which institution took the place of which: merged into it, split off, or another legal person from then on';
comment on column registry.institution_successor.day is 'First day of the one in the place of the other; null when no source states it';
create index institution_successor_after on registry.institution_successor (municipality_id, successor_id);
