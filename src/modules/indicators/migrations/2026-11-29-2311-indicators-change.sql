-- Each row refers to the change that wrote it; one that nobody remembers refers to a change that says so.

alter table indicators.dimension_value no force row level security;
alter table indicators.dimension_value rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.dimension_value on conflict do nothing;
update indicators.dimension_value set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.dimension_value alter column change_id set not null;
alter table indicators.dimension_value add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.dimension_value force row level security;

alter table indicators.indicator no force row level security;
alter table indicators.indicator rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.indicator on conflict do nothing;
update indicators.indicator set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.indicator alter column change_id set not null;
alter table indicators.indicator add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.indicator force row level security;

alter table indicators.methodology no force row level security;
alter table indicators.methodology rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.methodology on conflict do nothing;
update indicators.methodology set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.methodology alter column change_id set not null;
alter table indicators.methodology add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.methodology force row level security;

alter table indicators.series no force row level security;
alter table indicators.series rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.series on conflict do nothing;
update indicators.series set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.series alter column change_id set not null;
alter table indicators.series add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.series force row level security;

alter table indicators.observation no force row level security;
alter table indicators.observation rename column import_id to change_id;
alter table indicators.observation rename column import_file to origin_file;
alter table indicators.observation rename column import_row to origin_row;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.observation on conflict do nothing;
update indicators.observation set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.observation alter column change_id set not null;
alter table indicators.observation add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.observation force row level security;

alter table indicators.target_set no force row level security;
alter table indicators.target_set rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.target_set on conflict do nothing;
update indicators.target_set set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.target_set alter column change_id set not null;
alter table indicators.target_set add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.target_set force row level security;

alter table indicators.baseline no force row level security;
alter table indicators.baseline rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.baseline on conflict do nothing;
update indicators.baseline set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.baseline alter column change_id set not null;
alter table indicators.baseline add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.baseline force row level security;

alter table indicators.target no force row level security;
alter table indicators.target rename column import_id to change_id;
alter table indicators.target rename column import_file to origin_file;
alter table indicators.target rename column import_row to origin_row;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.target on conflict do nothing;
update indicators.target set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.target alter column change_id set not null;
alter table indicators.target add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.target force row level security;

alter table indicators.period_rule no force row level security;
alter table indicators.period_rule rename column import_id to change_id;
insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
  select distinct municipality_id, coalesce(change_id, '00000000-0000-0000-0000-000000000000'), 'carried',
    'unknown', 'import', 'data.imported', 'before the journal', '{}'::jsonb, false
  from indicators.period_rule on conflict do nothing;
update indicators.period_rule set change_id = '00000000-0000-0000-0000-000000000000' where change_id is null;
alter table indicators.period_rule alter column change_id set not null;
alter table indicators.period_rule add foreign key (municipality_id, change_id) references platform.change (municipality_id, id);
alter table indicators.period_rule force row level security;
