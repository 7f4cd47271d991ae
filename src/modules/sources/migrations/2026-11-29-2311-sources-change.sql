-- Each row refers to the change that wrote it; one that nobody remembers refers to a change that says so.

alter table sources.document no force row level security;
alter table sources.document rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from sources.document on conflict do nothing;
update sources.document set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table sources.document alter column change_id set not null;
alter table sources.document add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table sources.document force row level security;
