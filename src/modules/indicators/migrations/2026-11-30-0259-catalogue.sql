-- Indicators belong to a catalogue, that of a plan: two plans of a municipality may both have a no. 1.
alter table indicators.dimension_value add column catalogue text;
alter table indicators.indicator add column catalogue text;
alter table indicators.series add column catalogue text;
alter table platform.change no force row level security;
alter table platform.record_revision no force row level security;
alter table indicators.target_set no force row level security;
alter table indicators.dimension_value no force row level security;
alter table indicators.indicator no force row level security;
alter table indicators.series no force row level security;
update indicators.dimension_value set catalogue = coalesce(
  (select subject from platform.change c where c.municipality_id = dimension_value.municipality_id
    and c.id = dimension_value.change_id and c.origin = 'import' and exists (
      select from indicators.target_set s where s.municipality_id = c.municipality_id and s.key = c.subject)),
  (select min(key) from indicators.target_set s where s.municipality_id = dimension_value.municipality_id), '');
update platform.record_revision h set record_key = t.catalogue || '·' || h.record_key,
    content = jsonb_set(h.content, '{catalogue}', to_jsonb(t.catalogue))
  from indicators.dimension_value t where h.table_name = 'indicators.dimension_value' and h.municipality_id = t.municipality_id and h.record_key = t.dimension || '·' || t.value;
update indicators.indicator set catalogue = coalesce(
  (select subject from platform.change c where c.municipality_id = indicator.municipality_id
    and c.id = indicator.change_id and c.origin = 'import' and exists (
      select from indicators.target_set s where s.municipality_id = c.municipality_id and s.key = c.subject)),
  (select min(key) from indicators.target_set s where s.municipality_id = indicator.municipality_id), '');
update platform.record_revision h set record_key = t.catalogue || '·' || h.record_key,
    content = jsonb_set(h.content, '{catalogue}', to_jsonb(t.catalogue))
  from indicators.indicator t where h.table_name = 'indicators.indicator' and h.municipality_id = t.municipality_id and h.record_key = t.code;
update indicators.series set catalogue = coalesce(
  (select subject from platform.change c where c.municipality_id = series.municipality_id
    and c.id = series.change_id and c.origin = 'import' and exists (
      select from indicators.target_set s where s.municipality_id = c.municipality_id and s.key = c.subject)),
  (select min(key) from indicators.target_set s where s.municipality_id = series.municipality_id), '');
update platform.record_revision h set record_key = t.catalogue || '·' || h.record_key,
    content = jsonb_set(h.content, '{catalogue}', to_jsonb(t.catalogue))
  from indicators.series t where h.table_name = 'indicators.series' and h.municipality_id = t.municipality_id and h.record_key = t.key;
alter table indicators.dimension_value force row level security;
alter table indicators.indicator force row level security;
alter table indicators.series force row level security;
alter table platform.change force row level security;
alter table platform.record_revision force row level security;
alter table indicators.target_set force row level security;
alter table indicators.dimension_value alter column catalogue set not null;
alter table indicators.indicator alter column catalogue set not null;
alter table indicators.series alter column catalogue set not null;
alter table indicators.dimension_value drop constraint dimension_value_pkey;
alter table indicators.dimension_value add primary key (municipality_id, catalogue, dimension, value);
alter table indicators.indicator drop constraint indicator_municipality_id_code_key;
alter table indicators.indicator add unique (municipality_id, catalogue, code);
alter table indicators.series drop constraint series_municipality_id_key_key;
alter table indicators.series add unique (municipality_id, catalogue, key);
comment on column indicators.indicator.catalogue is 'Public id of the strategy in which it has its number';

-- Which plan is the current one is known here, where its figures are judged.
alter table indicators.target_set add column starts_on date;
alter table indicators.target_set add column is_decided boolean not null default false;
comment on column indicators.target_set.is_decided is 'Whether the council has decided on the plan';
