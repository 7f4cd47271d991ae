-- Documents are named within the files of one plan: two plans may both have an “evaluation”.
alter table sources.document add column catalogue text;
alter table platform.change no force row level security;
alter table platform.record_revision no force row level security;
alter table indicators.target_set no force row level security;
alter table sources.document no force row level security;
update sources.document set catalogue = coalesce(
  (select subject from platform.change c where c.municipality_id = document.municipality_id
    and c.id = document.change_id and c.origin = 'import' and exists (
      select from indicators.target_set s where s.municipality_id = c.municipality_id and s.key = c.subject)),
  (select min(key) from indicators.target_set s where s.municipality_id = document.municipality_id), '');
update platform.record_revision h set record_key = t.catalogue || '·' || h.record_key,
    content = jsonb_set(h.content, '{catalogue}', to_jsonb(t.catalogue))
  from sources.document t where h.table_name = 'sources.document' and h.municipality_id = t.municipality_id and h.record_key = t.key;
alter table sources.document force row level security;
alter table platform.change force row level security;
alter table platform.record_revision force row level security;
alter table indicators.target_set force row level security;
alter table sources.document alter column catalogue set not null;
alter table sources.document drop constraint source_document_municipality_id_key_key;
alter table sources.document add unique (municipality_id, catalogue, key);
comment on column sources.document.catalogue is 'Public id of the strategy whose files name it';
