-- Each row refers to the change that wrote it; one that nobody remembers refers to a change that says so.

alter table surveys.survey no force row level security;
alter table surveys.survey rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from surveys.survey on conflict do nothing;
update surveys.survey set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table surveys.survey alter column change_id set not null;
alter table surveys.survey add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table surveys.survey force row level security;

alter table surveys.survey_group no force row level security;
alter table surveys.survey_group rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from surveys.survey_group on conflict do nothing;
update surveys.survey_group set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table surveys.survey_group alter column change_id set not null;
alter table surveys.survey_group add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table surveys.survey_group force row level security;

alter table surveys.item no force row level security;
alter table surveys.item rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from surveys.item on conflict do nothing;
update surveys.item set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table surveys.item alter column change_id set not null;
alter table surveys.item add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table surveys.item force row level security;

alter table surveys.result no force row level security;
alter table surveys.result rename column import_id to change_id;
alter table surveys.result rename column import_file to origin_file;
alter table surveys.result rename column import_row to origin_row;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from surveys.result on conflict do nothing;
update surveys.result set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table surveys.result alter column change_id set not null;
alter table surveys.result add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table surveys.result force row level security;

alter table surveys.printed_mean no force row level security;
alter table surveys.printed_mean rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from surveys.printed_mean on conflict do nothing;
update surveys.printed_mean set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table surveys.printed_mean alter column change_id set not null;
alter table surveys.printed_mean add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table surveys.printed_mean force row level security;
