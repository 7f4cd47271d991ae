-- Reports as they are written, as they were frozen, and many of them in one run.
create schema if not exists publishing;
grant usage on schema publishing to izaugsme_member, izaugsme_public;

create table publishing.report (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('supervision', 'evaluation', 'results', 'quality', 'committee')),
  strategy text not null,
  institution_id uuid,
  as_of date,
  since date,
  title text,
  state text not null default 'draft' check (state in ('draft', 'withdrawn')),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  check (since < as_of),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.report is 'A report that is being written: of what it speaks; its figures are read anew whenever it is looked at';
comment on column publishing.report.strategy is 'Public id of the plan that it speaks of';
comment on column publishing.report.institution_id is 'Institution that it speaks of; null where it speaks of the whole municipality';
comment on column publishing.report.as_of is 'Day as of which data are read; null for today''s';
comment on column publishing.report.since is 'Day since which changes are told; null where none are';
comment on column publishing.report.title is 'What its writers call it, to tell it from others; the report itself is named by its kind';
create index report_by_institution on publishing.report (municipality_id, institution_id);

create table publishing.commentary (
  municipality_id uuid not null,
  report_id uuid not null,
  section text not null,
  language text not null check (language in ('lv', 'en')),
  words text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, report_id, section, language),
  foreign key (municipality_id, report_id) references publishing.report (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.commentary is 'What people write to a section of a report, in each language';
comment on column publishing.commentary.section is 'Key of the section within the report';
comment on column publishing.commentary.words is 'Paragraphs with an empty line between them; empty where everything was taken out again';

create table publishing.question_answer (
  municipality_id uuid not null,
  report_id uuid not null,
  section text not null,
  question text not null,
  said text not null,
  verdict text not null check (verdict in ('keep', 'drop')),
  words text not null,
  account_id text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, report_id, section, question),
  foreign key (municipality_id, report_id) references publishing.report (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.question_answer is 'What somebody said to a question that the data raised: whether it stays in the report, and why';
comment on column publishing.question_answer.question is 'Digest of the question as it was asked in Latvian: asked otherwise, it is another question';
comment on column publishing.question_answer.said is 'The question as it was asked';
comment on column publishing.question_answer.account_id is 'Account that answered';

create table publishing.frozen_report (
  municipality_id uuid not null,
  report_id uuid not null,
  number integer not null check (number > 0),
  report_key text not null,
  kind text not null check (kind in ('supervision', 'evaluation', 'results', 'quality', 'committee')),
  strategy text not null,
  institution_id uuid,
  since date,
  content jsonb not null,
  data_version bigint not null check (data_version >= 0),
  data_at timestamptz not null,
  frozen_at timestamptz not null default now(),
  frozen_by text not null,
  is_public boolean not null,
  change_id uuid not null,
  primary key (municipality_id, report_id, number),
  foreign key (municipality_id, report_id) references publishing.report (municipality_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.frozen_report is 'A report as it was frozen, for good: figures, words and all';
comment on column publishing.frozen_report.number is 'Counts the frozen versions of one report';
comment on column publishing.frozen_report.since is 'Day since which it tells changes; null where it tells none';
comment on column publishing.frozen_report.content is 'The report in both languages, as it is drawn';
comment on column publishing.frozen_report.data_version is 'How often public data of the municipality had been written when it was made';
comment on column publishing.frozen_report.data_at is 'When public data had last changed before it was made';
comment on column publishing.frozen_report.frozen_by is 'Account that froze it';
create index frozen_report_by_institution on publishing.frozen_report (municipality_id, institution_id);

create table publishing.report_run (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('results', 'quality')),
  strategy text not null,
  as_of date,
  since date,
  asked_by text not null,
  asked_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.report_run is 'Reports of many institutions that are made in one go';
comment on column publishing.report_run.asked_by is 'Account that asked for them';

create table publishing.report_run_item (
  municipality_id uuid not null,
  run_id uuid not null,
  institution_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  problem text,
  files jsonb not null default '[]',
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, run_id, institution_id),
  check ((state = 'failed') = (problem is not null)),
  foreign key (municipality_id, run_id) references publishing.report_run (municipality_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table publishing.report_run_item is 'The report of one institution in a run: waiting, made, or why it could not be made';
comment on column publishing.report_run_item.problem is 'Kind of the mistake, without what it said';
comment on column publishing.report_run_item.files is 'Files that were made, by language and format';
create index report_run_item_by_institution on publishing.report_run_item (municipality_id, institution_id);
