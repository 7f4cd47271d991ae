create schema if not exists work;
grant usage on schema work to izaugsme_public, izaugsme_member;

create table work.report (
  municipality_id uuid not null,
  id uuid not null,
  sent_at timestamptz not null default now(),
  kind text not null check (kind in ('figure', 'barrier', 'other')),
  address text check (length(address) between 1 and 700),
  about text check (length(about) between 1 and 500),
  content text not null check (length(content) between 10 and 4000),
  language text not null check (language in ('lv', 'en')),
  state text not null default 'new' check (state in ('new', 'closed')),
  change_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  constraint closed_by_somebody check ((state = 'closed') = (change_id is not null))
);
comment on table work.report is 'What a visitor has told: an error in a figure, a barrier, anything else; the public adds and never sees';
comment on column work.report.municipality_id is 'The nil id stands for pages of the whole country';
comment on column work.report.address is 'Page of ours that it is about, in its Latvian form, with the place on it';
comment on column work.report.about is 'Title of that page when it was sent';
comment on column work.report.change_id is 'The writing that closed it; a report that waits has none';

create schema if not exists identity;
grant usage on schema identity to izaugsme_public, izaugsme_member;

create table identity.report_contact (
  municipality_id uuid not null,
  report_id uuid not null,
  contact text not null check (length(contact) between 5 and 254),
  erase_on date not null default (current_date + interval '12 months'),
  primary key (municipality_id, report_id),
  foreign key (municipality_id, report_id) references work.report
);
comment on table identity.report_contact is 'How to answer who has sent a report; erased on its day, seen only by who answers';
