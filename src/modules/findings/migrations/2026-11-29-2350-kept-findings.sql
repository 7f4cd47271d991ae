-- What rules found in the newest public data of a municipality, so that pages need not look at everything.
create schema findings;
grant usage on schema findings to izaugsme_public, izaugsme_member;

create table findings.finding (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  family text not null,
  rule text not null,
  number integer not null check (number > 0),
  part text not null,
  rank integer not null,
  position integer not null,
  severity text not null check (severity in ('contradiction', 'obstacle', 'notice')),
  subjects jsonb not null,
  belongs_to jsonb not null,
  explanation_lv text not null,
  explanation_en text not null,
  words text not null,
  is_public boolean not null default true,
  primary key (municipality_id, id),
  unique (municipality_id, rule, number)
);
comment on table findings.finding is 'What the newest public data say about themselves, kept from the rules until the data change';
comment on column findings.finding.number is 'Tells the findings of a rule apart; a finding keeps it while it is there';
comment on column findings.finding.part is 'Part of the data that it stands in, e.g. an indicator; empty for the whole';
comment on column findings.finding.rank is 'Place of its rule among all rules';
comment on column findings.finding.words is 'Both explanations in small letters without diacritics, for searching';
create index finding_order on findings.finding (municipality_id, rank, position, number);
create index finding_part on findings.finding (municipality_id, family, part);
create index finding_belongs_to on findings.finding using gin (belongs_to jsonb_path_ops);

alter table findings.finding enable row level security;
alter table findings.finding force row level security;
create policy public_read on findings.finding for select to izaugsme_public using (is_public);
create policy member_read on findings.finding for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on findings.finding for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_update on findings.finding for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on findings.finding for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on findings.finding to izaugsme_public, izaugsme_member;
grant insert, update, delete on findings.finding to izaugsme_member;
