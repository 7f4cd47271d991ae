-- Each row refers to the change that wrote it; one that nobody remembers refers to a change that says so.

alter table strategy.strategy no force row level security;
alter table strategy.strategy rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.strategy on conflict do nothing;
update strategy.strategy set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.strategy alter column change_id set not null;
alter table strategy.strategy add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.strategy force row level security;

alter table strategy.value no force row level security;
alter table strategy.value rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.value on conflict do nothing;
update strategy.value set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.value alter column change_id set not null;
alter table strategy.value add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.value force row level security;

alter table strategy.goal no force row level security;
alter table strategy.goal rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.goal on conflict do nothing;
update strategy.goal set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.goal alter column change_id set not null;
alter table strategy.goal add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.goal force row level security;

alter table strategy.direction no force row level security;
alter table strategy.direction rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.direction on conflict do nothing;
update strategy.direction set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.direction alter column change_id set not null;
alter table strategy.direction add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.direction force row level security;

alter table strategy.action no force row level security;
alter table strategy.action rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.action on conflict do nothing;
update strategy.action set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.action alter column change_id set not null;
alter table strategy.action add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.action force row level security;

alter table strategy.action_status no force row level security;
alter table strategy.action_status rename column import_id to change_id;
alter table strategy.action_status rename column import_file to origin_file;
alter table strategy.action_status rename column import_row to origin_row;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.action_status on conflict do nothing;
update strategy.action_status set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.action_status alter column change_id set not null;
alter table strategy.action_status add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.action_status force row level security;

alter table strategy.programme no force row level security;
alter table strategy.programme rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.programme on conflict do nothing;
update strategy.programme set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.programme alter column change_id set not null;
alter table strategy.programme add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.programme force row level security;

alter table strategy.programme_direction no force row level security;
alter table strategy.programme_direction rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.programme_direction on conflict do nothing;
update strategy.programme_direction set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.programme_direction alter column change_id set not null;
alter table strategy.programme_direction add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.programme_direction force row level security;

alter table strategy.external_factor no force row level security;
alter table strategy.external_factor rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.external_factor on conflict do nothing;
update strategy.external_factor set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.external_factor alter column change_id set not null;
alter table strategy.external_factor add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.external_factor force row level security;

alter table strategy.recommendation no force row level security;
alter table strategy.recommendation rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.recommendation on conflict do nothing;
update strategy.recommendation set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.recommendation alter column change_id set not null;
alter table strategy.recommendation add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.recommendation force row level security;

alter table strategy.goal_indicator no force row level security;
alter table strategy.goal_indicator rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.goal_indicator on conflict do nothing;
update strategy.goal_indicator set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.goal_indicator alter column change_id set not null;
alter table strategy.goal_indicator add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.goal_indicator force row level security;

alter table strategy.claim no force row level security;
alter table strategy.claim rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from strategy.claim on conflict do nothing;
update strategy.claim set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table strategy.claim alter column change_id set not null;
alter table strategy.claim add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table strategy.claim force row level security;
