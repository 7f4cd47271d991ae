create schema work;
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
  is_public boolean not null default false check (not is_public),
  primary key (municipality_id, id)
);
comment on table work.report is 'What a visitor has told: an error in a figure, a barrier, anything else; the public adds and never sees';
comment on column work.report.municipality_id is 'The nil id stands for pages of the whole country';
comment on column work.report.address is 'Page of ours that it is about, in its Latvian form, with the place on it';
comment on column work.report.about is 'Title of that page when it was sent';
alter table work.report enable row level security;
alter table work.report force row level security;
create policy public_insert on work.report for insert to izaugsme_public with check (not is_public);
create policy member_read on work.report for select to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_update on work.report for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant insert on work.report to izaugsme_public;
grant select, update (state) on work.report to izaugsme_member;

create schema if not exists identity;
grant usage on schema identity to izaugsme_public, izaugsme_member, izaugsme_keeper;

create table identity.report_contact (
  municipality_id uuid not null,
  report_id uuid not null,
  contact text not null check (length(contact) between 5 and 254),
  erase_on date not null,
  is_public boolean not null default false check (not is_public),
  primary key (municipality_id, report_id),
  foreign key (municipality_id, report_id) references work.report
);
comment on table identity.report_contact is 'How to answer who has sent a report; erased on its day, seen only by who answers';
alter table identity.report_contact enable row level security;
alter table identity.report_contact force row level security;
create policy public_insert on identity.report_contact for insert to izaugsme_public with check (not is_public);
create policy member_read on identity.report_contact for select to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy keeper_read on identity.report_contact for select to izaugsme_keeper using (erase_on <= current_date);
create policy keeper_delete on identity.report_contact for delete to izaugsme_keeper using (erase_on <= current_date);
grant insert on identity.report_contact to izaugsme_public;
grant select on identity.report_contact to izaugsme_member;
grant select, delete on identity.report_contact to izaugsme_keeper;
