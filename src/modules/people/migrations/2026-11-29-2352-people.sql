create schema people;
grant usage on schema people to izaugsme_member;
create schema if not exists identity;
grant usage on schema identity to izaugsme_member;

create table people.person (
  municipality_id uuid not null,
  person_id uuid not null,
  institution_id uuid,
  group_id uuid,
  kind text not null check (kind in ('staff', 'pupil', 'guardian')),
  pseudonym text not null,
  account_id text check (account_id <> ''),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, person_id),
  unique (municipality_id, pseudonym),
  unique (municipality_id, institution_id, person_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table people.person is 'Somebody without a name: where they belong now, and a keyed pseudonym in place of identifiers';
create index person_by_group on people.person (municipality_id, group_id);
create index person_by_account on people.person (account_id);

create table people.learner_group (
  municipality_id uuid not null,
  group_id uuid not null,
  institution_id uuid not null,
  kind text not null check (kind in ('class', 'preschoolGroup', 'interestGroup', 'supportGroup')),
  name text not null check (name <> ''),
  grade integer check (grade between 1 and 12),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, group_id),
  unique (municipality_id, institution_id, group_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table people.learner_group is 'A class or another group that learns together, for as long as it does';

create table people.enrolment (
  municipality_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  institution_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, person_id, group_id, valid_from),
  foreign key (municipality_id, person_id) references people.person (municipality_id, person_id),
  foreign key (municipality_id, institution_id, group_id) references people.learner_group (municipality_id, institution_id, group_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
create index enrolment_by_institution on people.enrolment (municipality_id, institution_id);
create index enrolment_by_group on people.enrolment (municipality_id, group_id);

create table people.post (
  municipality_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  account_id text check (account_id <> ''),
  institution_id uuid not null,
  job text not null check (job in ('head', 'coordinator', 'teacher', 'learningConsultant', 'supportSpecialist')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, person_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table people.post is 'Who works where as what; rights over the institution follow from it and end with it';
create index post_by_institution on people.post (municipality_id, institution_id);
create index post_by_account on people.post (account_id);

create table people.assignment (
  municipality_id uuid not null,
  id uuid not null,
  holder_id uuid not null,
  account_id text check (account_id <> ''),
  kind text not null check (kind in ('leadsClass', 'teaches', 'supports', 'mentors', 'guards', 'isPupil')),
  institution_id uuid not null,
  group_id uuid,
  person_id uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, holder_id) references people.person (municipality_id, person_id),
  -- Rights follow from a charge, so an institution charges with its own groups and persons only.
  foreign key (municipality_id, institution_id, group_id) references people.learner_group (municipality_id, institution_id, group_id),
  foreign key (municipality_id, institution_id, person_id) references people.person (municipality_id, institution_id, person_id) on update cascade,
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check ((kind in ('leadsClass', 'teaches')) = (group_id is not null)),
  check ((kind in ('supports', 'mentors', 'guards', 'isPupil')) = (person_id is not null))
);
comment on table people.assignment is 'Who has to do with which class or person; rights follow from it and end with it';
comment on column people.assignment.holder_id is 'Who leads, teaches, supports or cares';
comment on column people.assignment.person_id is 'Who is supported, mentored or cared for';
create index assignment_by_institution on people.assignment (municipality_id, institution_id);
create index assignment_by_account on people.assignment (account_id);

create table identity.name (
  municipality_id uuid not null,
  person_id uuid not null,
  institution_id uuid,
  group_id uuid,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, person_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table identity.name is 'What a person is called, for those who meet them';
create index name_by_institution on identity.name (municipality_id, institution_id);
create index name_by_group on identity.name (municipality_id, group_id);

create table identity.record (
  municipality_id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  group_id uuid,
  national_id text,
  contact text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, person_id, institution_id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, person_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table identity.record is 'What an institution has to know of a person and nobody else may; encrypted, and seen only after it was opened';
create index record_by_institution on identity.record (municipality_id, institution_id);
create index record_by_group on identity.record (municipality_id, group_id);
