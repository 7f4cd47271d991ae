-- A report is given to somebody, answered, corrected in public, closed with a reason.
alter table work.report
  drop constraint closed_by_somebody,
  drop constraint report_state_check,
  add column revision integer not null default 1 check (revision > 0),
  add column account_id text check (account_id <> ''),
  add column close_reason text check (length(close_reason) between 5 and 1000),
  add constraint report_state_check check (state in ('new', 'assigned', 'answered', 'closed')),
  add constraint moved_by_somebody check ((state = 'new') = (change_id is null)),
  add constraint assigned_to_somebody check (state <> 'assigned' or account_id is not null);
comment on column work.report.revision is 'How often its state was changed, by which two people who answer at once are told apart';
comment on column work.report.account_id is 'Who is to deal with it';
comment on column work.report.change_id is 'The writing that changed its state last; a new report has none';
create index report_by_state on work.report (municipality_id, state, sent_at desc);
create index report_by_account on work.report (account_id, state);

create table work.answer (
  municipality_id uuid not null,
  report_id uuid not null,
  content text not null check (length(content) between 10 and 4000),
  language text not null check (language in ('lv', 'en')),
  delivery text not null check (delivery in ('none', 'waiting', 'sent', 'failed')),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, report_id),
  foreign key (municipality_id, report_id) references work.report,
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table work.answer is 'What was answered to a report; sent by mail where an address was left';
comment on column work.answer.delivery is 'none: no e-mail address was left';

create table work.correction (
  municipality_id uuid not null,
  id uuid not null,
  report_id uuid,
  address text not null check (address ~ '^/' and length(address) <= 700),
  about text not null check (length(about) between 1 and 500),
  wrong_lv text not null check (length(wrong_lv) between 3 and 1000),
  right_lv text not null check (length(right_lv) between 3 and 1000),
  wrong_en text check (length(wrong_en) between 3 and 1000),
  right_en text check (length(right_en) between 3 and 1000),
  published_on date not null,
  is_public boolean not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, report_id) references work.report,
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check ((wrong_en is null) = (right_en is null))
);
comment on table work.correction is 'A dated note for everybody: what on a page was wrong and what is right';
comment on column work.correction.address is 'Page that it is about, in its Latvian form, with the place on it';
comment on column work.correction.report_id is 'The report that led to it, which nobody but who answers sees';
create index correction_by_day on work.correction (municipality_id, published_on desc, id desc);
