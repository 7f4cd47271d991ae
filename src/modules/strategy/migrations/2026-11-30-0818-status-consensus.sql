-- A status is agreed by a group on a day, and what each of them said is kept with it.
alter table strategy.action_status add column decided_on date;
alter table strategy.action_status add column voices text;
comment on column strategy.action_status.decided_on is 'Day on which the group that decided met';
comment on column strategy.action_status.voices is 'What members of the group said, a line for each: who | agreed, abstained or objected | remark';

-- What shows that something was done: a document, a picture, figures, or works on a building.
create table strategy.action_evidence (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  code text not null,
  as_of text,
  kind text not null check (kind in ('document', 'photo', 'data', 'works', 'other')),
  title_lv text not null,
  title_en text,
  url text,
  file_id uuid,
  institution text,
  works text check (works in ('electrics', 'sanitary', 'roofs', 'fences', 'outdoor', 'accessibility', 'other')),
  done_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, action, code),
  check ((kind = 'works') = (works is not null)),
  check (kind <> 'works' or institution is not null),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, institution) references registry.institution (municipality_id, key),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_evidence is 'What shows how far an action has come';
comment on column strategy.action_evidence.as_of is 'Period of the status that it supports; null when it is about the action as a whole';
comment on column strategy.action_evidence.file_id is 'A kept file; null when it is a link or words only';
comment on column strategy.action_evidence.institution is 'Key of the institution in which works were done or that it is about';
comment on column strategy.action_evidence.works is 'Kind of works on an institution’s building or grounds';
comment on column strategy.action_evidence.done_on is 'Day on which it was made or finished';
