-- Who does what in an action, by when, with what money, and works on buildings where it is one.
create table strategy.action_party (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  code text not null,
  institution text,
  name_lv text not null,
  name_en text,
  part_lv text not null,
  part_en text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, action, code),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, institution) references registry.institution (municipality_id, key),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_party is 'Who takes part in an action, and what each of them does in it';
comment on column strategy.action_party.institution is 'Key of an institution of the municipality; null for anybody else';
comment on column strategy.action_party.name_lv is 'An institution, organisation or post, never a person’s name';

create table strategy.action_milestone (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  code text not null,
  kind text not null check (kind in ('milestone', 'deliverable')),
  title_lv text not null,
  title_en text,
  due_on date,
  done_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, action, code),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_milestone is 'What is to be reached or handed over on the way of an action, and by when';
comment on column strategy.action_milestone.done_on is 'Null while it is not done';

create table strategy.action_funding (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  code text not null,
  fund text not null check (fund in ('municipality', 'state', 'europeanUnion', 'otherForeign', 'private', 'other', 'none')),
  title_lv text,
  title_en text,
  year integer check (year between 1990 and 2100),
  planned numeric check (planned >= 0),
  spent numeric check (spent >= 0),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, action, code),
  check (fund <> 'none' or (planned is null and spent is null)),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_funding is 'Money of an action by where it comes from, in euros';
comment on column strategy.action_funding.fund is 'none: the action needs no money of its own';
comment on column strategy.action_funding.planned is 'Euros; null while it is not known, which is not 0';
comment on column strategy.action_funding.spent is 'Euros; null while it is not known, which is not 0';

create table strategy.action_works (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  code text not null,
  institution text not null,
  works text not null check (works in ('electrics', 'sanitary', 'roofs', 'fences', 'outdoor', 'accessibility', 'other')),
  title_lv text not null,
  title_en text,
  state text not null check (state in ('planned', 'procurement', 'underway', 'done', 'stopped')),
  starts_on date,
  ends_on date,
  done_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, action, code),
  check (done_on is null or state = 'done'),
  check (ends_on >= starts_on),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, institution) references registry.institution (municipality_id, key),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_works is 'Works on an institution’s building or grounds that an action is about; evidence shows what was done';
comment on column strategy.action_works.ends_on is 'Day by which it is to be done';

create table strategy.risk (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  likelihood text check (likelihood in ('low', 'medium', 'high')),
  impact text check (impact in ('low', 'medium', 'high')),
  state text not null check (state in ('open', 'occurred', 'closed')),
  mitigation_lv text,
  mitigation_en text,
  responsible text,
  reviewed_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.risk is 'What may get in the way of a plan, and what is done about it';
comment on column strategy.risk.likelihood is 'Null while nobody has judged it, which is not low';
comment on column strategy.risk.impact is 'Null while nobody has judged it, which is not low';

create table strategy.risk_link (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  risk text,
  factor text,
  goal text,
  direction text,
  action text,
  indicator_id uuid,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, code),
  check (num_nonnulls(risk, factor) = 1),
  check (num_nonnulls(goal, direction, action, indicator_id) = 1),
  foreign key (municipality_id, strategy_id, risk) references strategy.risk (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, factor) references strategy.external_factor (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, direction) references strategy.direction (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.risk_link is 'What a risk or an external factor hits: one goal, direction, action or indicator';

-- Goals of national plans, the same for every municipality.
create table strategy.national_goal (
  plan text not null,
  code text not null,
  plan_title_lv text not null,
  plan_title_en text not null,
  position integer not null,
  title_lv text not null,
  title_en text not null,
  official_lv text,
  source text not null,
  url text,
  primary key (plan, code)
);
comment on table strategy.national_goal is 'Goals of national plans that municipalities’ plans serve';
comment on column strategy.national_goal.source is 'The document, and where in it, in words';

create table strategy.national_link (
  municipality_id uuid not null,
  strategy_id uuid not null,
  code text not null,
  goal text,
  direction text,
  action text,
  plan text not null,
  national_goal text not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  source_id uuid,
  locator text,
  primary key (municipality_id, strategy_id, code),
  check (num_nonnulls(goal, direction, action) = 1),
  foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, direction) references strategy.direction (municipality_id, strategy_id, code),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (plan, national_goal) references strategy.national_goal (plan, code),
  foreign key (municipality_id, source_id) references sources.document (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.national_link is 'Which goal of a national plan a goal, a direction or an action serves';
