-- Verdicts on the newest public figures, so that counts and lists need not judge everything.
create table indicators.verdict (
  municipality_id uuid not null,
  target_set_id uuid not null,
  period text not null,
  series_id uuid not null,
  indicator_id uuid not null,
  indicator_position integer not null,
  series_position integer not null,
  status text not null check (status in ('met', 'missed', 'onTrack', 'offTrack', 'notEvaluable')),
  reason text check ((reason is null) = (status <> 'notEvaluable')),
  gap double precision,
  words text not null,
  is_public boolean not null default true,
  primary key (municipality_id, target_set_id, period, series_id),
  foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id),
  foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
);
create index verdict_indicator on indicators.verdict (municipality_id, target_set_id, indicator_id);
create index series_indicator on indicators.series (municipality_id, indicator_id, position);
comment on table indicators.verdict is 'How each series stands in each judged period by the newest public figures, kept from judging until they change';
comment on column indicators.verdict.reason is 'Why a series cannot be judged';
comment on column indicators.verdict.gap is 'Result minus target as a share of the target, where a target with a figure was missed';
comment on column indicators.verdict.words is 'Code, titles and labels in small letters without diacritics, for searching';

alter table indicators.verdict enable row level security;
alter table indicators.verdict force row level security;
create policy public_read on indicators.verdict for select to izaugsme_public using (is_public);
create policy member_read on indicators.verdict for select to izaugsme_member
  using (is_public or municipality_id = any (string_to_array(current_setting('izaugsme.reads', true), ',')::uuid[]) or municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_insert on indicators.verdict for insert to izaugsme_member with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_update on indicators.verdict for update to izaugsme_member
  using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[])) with check (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
create policy member_delete on indicators.verdict for delete to izaugsme_member using (municipality_id = any (string_to_array(current_setting('izaugsme.writes', true), ',')::uuid[]));
grant select on indicators.verdict to izaugsme_public, izaugsme_member;
grant insert, update, delete on indicators.verdict to izaugsme_member;
