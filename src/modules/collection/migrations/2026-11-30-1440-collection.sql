-- What a municipality asks of its institutions, and what they hand in.
create schema if not exists collection;
grant usage on schema collection to izaugsme_member, izaugsme_public;

create table collection.element (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  name_lv text not null,
  name_en text not null,
  help_lv text,
  help_en text,
  kind text not null check (kind in ('count', 'money', 'share', 'date', 'choice', 'text', 'table', 'photo')),
  unit text,
  choices jsonb not null default '[]',
  rows jsonb not null default '[]',
  columns jsonb not null default '[]',
  computed text,
  is_minimum boolean not null default false,
  reason_lv text,
  reason_en text,
  is_about_people boolean not null default false,
  register text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.element is 'What can be asked for, the same however many calls ask it';
comment on column collection.element.key is 'What checks and formulas call it';
comment on column collection.element.is_minimum is 'Whether it belongs to the agreed minimum of data; what does not has a reason';
comment on column collection.element.register is 'Where the municipality holds it already; null where only a call can tell';

create table collection.template (
  municipality_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('call', 'campaign', 'poll')),
  asks text not null check (asks in ('institutions', 'municipality')),
  definition jsonb not null,
  closes_at timestamptz,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.template is 'A call that is ready to be opened: published by the country, which has the nil id, or a municipality''s own';
comment on column collection.template.asks is 'Whether institutions answer it, or each municipality itself with one answer';
comment on column collection.template.closes_at is 'Until when municipalities answer a poll; null for the rest';

create table collection.data_call (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('call', 'campaign', 'poll')),
  state text not null default 'draft' check (state in ('draft', 'open', 'withdrawn')),
  title_lv text not null,
  title_en text not null,
  purpose_lv text not null,
  purpose_en text not null,
  legal_basis_lv text not null,
  legal_basis_en text not null,
  use_lv text not null,
  use_en text not null,
  period text not null,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  locks_at timestamptz not null,
  audience jsonb not null,
  responsible_id text,
  deputy_id text,
  estimated_minutes integer not null check (estimated_minutes > 0),
  template_id uuid,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  check (opens_at < due_at and due_at <= locks_at),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.data_call is 'What is asked of institutions, why, of whom, by when and how long it takes; everybody reads it once it is open';
comment on column collection.data_call.due_at is 'The last instant in time; page, server, mail and calendar read this one value';
comment on column collection.data_call.locks_at is 'From this instant on nothing is handed in or changed but by a correction';
comment on column collection.data_call.responsible_id is 'Account that answers for the call';
comment on column collection.data_call.template_id is 'Template that it was made from, of this municipality or of the country';

create table collection.call_element (
  municipality_id uuid not null,
  call_id uuid not null,
  element_id uuid not null,
  position integer not null check (position >= 0),
  section_lv text,
  section_en text,
  is_required boolean not null,
  reuse jsonb,
  definition jsonb not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, call_id, element_id),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, element_id) references collection.element (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.call_element is 'An element as one call asks it; its definition stays as it was when the call opened';
create index call_element_by_element on collection.call_element (municipality_id, element_id);

create table collection.call_check (
  municipality_id uuid not null,
  call_id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  position integer not null check (position >= 0),
  expression text not null,
  severity text not null check (severity in ('hard', 'soft')),
  message_lv text not null,
  message_en text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, call_id, key),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.call_check is 'What must hold of the answers, as data';

create table collection.submission (
  municipality_id uuid not null,
  institution_id uuid not null,
  call_id uuid not null,
  id uuid not null,
  asked_on date not null,
  extended_to timestamptz,
  excused_reason text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, call_id, institution_id),
  unique (municipality_id, id),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.submission is 'An institution that is asked by a call; what it hands in and what is decided stand in tables of their own';
comment on column collection.submission.extended_to is 'Last instant in time for this institution, where it was given longer';
comment on column collection.submission.excused_reason is 'Why nothing is expected of it any more, such as that it has closed';
create index submission_by_institution on collection.submission (municipality_id, institution_id);

create table collection.edit (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  client uuid not null,
  seq integer not null check (seq > 0),
  base integer not null check (base >= 0),
  fields jsonb not null,
  held jsonb not null default '{}',
  account_id text not null,
  at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, submission_id, number),
  unique (municipality_id, submission_id, client, seq),
  foreign key (municipality_id, submission_id) references collection.submission (municipality_id, id)
);
comment on table collection.edit is 'What was typed into a form, as it was typed; nothing is handed in by it';
comment on column collection.edit.id is 'Made where it was typed: sent twice, it is there once';
comment on column collection.edit.client is 'One filling-in of the form in one browser; its edits are ordered by seq, however they arrive';
comment on column collection.edit.base is 'Number of the newest edit that was seen when it was typed';
comment on column collection.edit.held is 'Fields that somebody else had changed meanwhile: kept, and shown to both';
create index edit_by_institution on collection.edit (municipality_id, institution_id);

create table collection.handing_in (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  version integer not null check (version > 0),
  author text not null,
  at timestamptz not null default now(),
  once uuid not null,
  way text not null check (way in ('form', 'workbook', 'offline', 'invented')),
  minutes integer check (minutes > 0),
  answered integer not null check (answered >= 0),
  missing integer not null check (missing >= 0),
  soft integer not null check (soft >= 0),
  change_id uuid not null,
  primary key (municipality_id, submission_id, version),
  unique (municipality_id, submission_id, version, author),
  unique (municipality_id, submission_id, once),
  foreign key (municipality_id, submission_id) references collection.submission (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.handing_in is 'Each time that an institution has handed in its answers';
comment on column collection.handing_in.once is 'Names one pressing of the button: sent twice, it is handed in once';
comment on column collection.handing_in.minutes is 'How long it took, as the giver says; null when not said';
create index handing_in_by_institution on collection.handing_in (municipality_id, institution_id);

create table collection.submission_value (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  version integer not null,
  field text not null,
  element_id uuid not null,
  kind text not null check (kind in ('count', 'money', 'share', 'date', 'choice', 'text', 'photo')),
  number numeric,
  numerator numeric,
  denominator numeric,
  day date,
  choice text,
  content text,
  missing text check (missing in ('notApplicable', 'notAvailable')),
  reason text,
  change_id uuid not null,
  primary key (municipality_id, submission_id, version, field),
  check ((missing is null) = (reason is null)),
  check (num_nonnulls(number, numerator, day, choice, content, missing) = 1),
  check ((numerator is null) = (denominator is null)),
  foreign key (municipality_id, submission_id, version) references collection.handing_in (municipality_id, submission_id, version),
  foreign key (municipality_id, element_id) references collection.element (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.submission_value is 'What was handed in, field by field; a field that is not here was not answered';
create index submission_value_by_institution on collection.submission_value (municipality_id, institution_id, element_id);
create index submission_value_by_element on collection.submission_value (municipality_id, element_id);

create table collection.check_result (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  version integer not null,
  check_key text not null,
  outcome text not null check (outcome in ('failed', 'notTold')),
  told jsonb not null default '{}',
  comment text,
  change_id uuid not null,
  primary key (municipality_id, submission_id, version, check_key),
  foreign key (municipality_id, submission_id, version) references collection.handing_in (municipality_id, submission_id, version),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.check_result is 'Checks that did not hold, or of which nobody can tell, when it was handed in; what held is not listed';
comment on column collection.check_result.told is 'Figures that the check compared, for the sentence about it';
create index check_result_by_institution on collection.check_result (municipality_id, institution_id);

create table collection.decision (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  number integer not null check (number > 0),
  version integer not null,
  author text not null,
  kind text not null check (kind in ('returned', 'accepted', 'reopened')),
  decided_by text not null,
  at timestamptz not null default now(),
  reason text,
  remarks jsonb not null default '[]',
  is_correction boolean not null default false,
  change_id uuid not null,
  primary key (municipality_id, submission_id, number),
  check (kind <> 'accepted' or decided_by <> author),
  check (kind <> 'reopened' or reason is not null),
  foreign key (municipality_id, submission_id, version, author) references collection.handing_in (municipality_id, submission_id, version, author),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.decision is 'What was decided on what was handed in: nobody accepts what they have handed in themselves';
comment on column collection.decision.remarks is 'What is to be mended, field by field';
comment on column collection.decision.is_correction is 'Whether it was reopened after the lock';
create index decision_by_institution on collection.decision (municipality_id, institution_id);

create table collection.attempt (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  id uuid not null,
  way text not null check (way in ('form', 'workbook', 'offline')),
  hard integer not null check (hard >= 0),
  soft integer not null check (soft >= 0),
  unreadable integer not null check (unreadable >= 0),
  account_id text not null,
  at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, submission_id) references collection.submission (municipality_id, id)
);
comment on table collection.attempt is 'Handing in that failed: the owner of the call sees it first';
create index attempt_by_institution on collection.attempt (municipality_id, institution_id);
create index attempt_by_submission on collection.attempt (municipality_id, submission_id);

create table collection.reply (
  municipality_id uuid not null,
  institution_id uuid not null,
  submission_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('inTime', 'later', 'notOurs', 'givenOn')),
  until date,
  words text,
  account_id text not null,
  at timestamptz not null default now(),
  primary key (municipality_id, id),
  check ((kind = 'later') = (until is not null)),
  foreign key (municipality_id, submission_id) references collection.submission (municipality_id, id)
);
comment on table collection.reply is 'What an institution says of when it will answer, by a link in a reminder or on the page';
create index reply_by_institution on collection.reply (municipality_id, institution_id);
create index reply_by_submission on collection.reply (municipality_id, submission_id);

create table collection.formula (
  municipality_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  breakdown jsonb not null default '{}',
  level text not null check (level in ('institution', 'municipality')),
  numerator text not null,
  denominator text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.formula is 'How an indicator is computed from accepted answers: a number, or a share of a numerator in a denominator';
comment on column collection.formula.level is 'Of each institution by itself, or of all of them together: numerators and denominators are summed before they are divided';

create table collection.lineage (
  municipality_id uuid not null,
  institution_id uuid not null,
  series_id uuid not null,
  period text not null,
  observation_revision integer not null check (observation_revision > 0),
  submission_id uuid not null,
  version integer not null,
  formula_id uuid not null,
  change_id uuid not null,
  primary key (municipality_id, series_id, period, observation_revision, submission_id),
  foreign key (municipality_id, series_id, period, observation_revision) references indicators.observation (municipality_id, series_id, period, revision),
  foreign key (municipality_id, submission_id, version) references collection.handing_in (municipality_id, submission_id, version),
  foreign key (municipality_id, formula_id) references collection.formula (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.lineage is 'Which accepted answers an observation was computed from';
create index lineage_by_institution on collection.lineage (municipality_id, institution_id);
create index lineage_by_submission on collection.lineage (municipality_id, submission_id);

create table collection.call_total (
  municipality_id uuid not null,
  call_id uuid not null,
  field text not null,
  template_id uuid,
  kind text not null check (kind in ('count', 'money', 'share', 'choice')),
  choice text not null default '',
  total numeric not null,
  denominator numeric,
  accepted integer not null check (accepted >= 0),
  asked integer not null check (asked >= 0),
  is_about_people boolean not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, call_id, field, choice),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.call_total is 'Accepted answers of a call added up: what the ministry sees of a national call';

create table collection.peer_summary (
  municipality_id uuid not null,
  call_id uuid not null,
  field text not null,
  institution_type text not null default '',
  peers integer not null check (peers >= 8),
  lower_quartile numeric not null,
  median numeric not null,
  upper_quartile numeric not null,
  deviation numeric not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, call_id, field, institution_type),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.peer_summary is 'How answers are spread over institutions, of at least eight, so that each can see where it stands and nobody where another does';
comment on column collection.peer_summary.institution_type is 'Type whose institutions are counted; empty for all';
comment on column collection.peer_summary.deviation is 'Median absolute deviation from the median';

create table collection.burden (
  municipality_id uuid not null,
  call_id uuid not null,
  institution_id uuid not null,
  year integer not null check (year between 2000 and 2200),
  planned_minutes integer not null check (planned_minutes > 0),
  actual_minutes integer check (actual_minutes > 0),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, call_id, institution_id),
  foreign key (municipality_id, call_id) references collection.data_call (municipality_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.burden is 'How long calls take institutions, as planned and as they say: everybody reads it';

create table collection.poll_answer (
  municipality_id uuid not null references registry.municipality (id),
  template_id uuid not null,
  choice text not null,
  words text,
  author text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, template_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.poll_answer is 'What a municipality answers to a question put to all municipalities';

create table collection.poll_result (
  municipality_id uuid not null,
  poll_id uuid not null,
  choice text not null,
  answers integer not null check (answers >= 0),
  answered integer not null check (answered >= 0),
  asked integer not null check (asked >= 0),
  closed_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, poll_id, choice),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.poll_result is 'Result of a poll that has closed: a call of this municipality, or a template of the country, which has the nil id';

create table collection.analysis (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  question text not null,
  data_as_of date not null,
  steps jsonb not null default '[]',
  result text,
  state text not null default 'draft' check (state in ('draft', 'inReview', 'returned', 'reviewed')),
  author text not null,
  reviewer text,
  reviewed_at timestamptz,
  review_note text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  check (reviewer <> author),
  check ((state = 'reviewed') = (reviewed_at is not null)),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table collection.analysis is 'A question to data with the day they were of, the steps, the result, and who has reviewed it';
