-- What a published document quotes, to be held against what the data give.
create table strategy.quoted_figure (
  municipality_id uuid not null,
  strategy_id uuid not null,
  figure text not null,
  position integer not null,
  section_lv text not null,
  section_en text not null,
  what_lv text,
  what_en text,
  quoted numeric,
  why_lv text,
  why_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, figure),
  check ((what_lv is null) = (what_en is null)),
  check ((why_lv is null) = (why_en is null)),
  check (quoted is not null or why_lv is not null),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id)
);
comment on table strategy.quoted_figure is 'Figures that a published document about the plan quotes, and why they differ from those that the data give';
comment on column strategy.quoted_figure.figure is 'Id of the figure in our reports: count:actions/implemented@KP1';
comment on column strategy.quoted_figure.quoted is 'As it is printed; null where a claim or a survey holds it';
comment on column strategy.quoted_figure.why_lv is 'Why the two differ';
