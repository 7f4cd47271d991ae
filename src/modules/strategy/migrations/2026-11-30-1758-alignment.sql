-- Yearly plan of the department, development plans of institutions, and what was said of them.
create table strategy.plan (
  municipality_id uuid not null,
  id uuid not null,
  strategy_id uuid not null,
  institution_id uuid,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('work', 'development')),
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date not null,
  due_on date,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'agreed', 'withdrawn')),
  submitted_by text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  check (starts_on <= ends_on),
  check ((kind = 'work') = (institution_id is null)),
  check (state not in ('submitted', 'agreed') or submitted_by is not null),
  check (not is_public or state = 'agreed'),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.plan is 'A yearly plan of the department, or a development plan of an institution; everybody reads it once it is agreed';
comment on column strategy.plan.strategy_id is 'Strategy whose actions the plan serves';
comment on column strategy.plan.institution_id is 'Whose plan it is; null for the department''s own';
comment on column strategy.plan.due_on is 'Last day on which it is to be submitted; null when nobody has said one';
comment on column strategy.plan.submitted_by is 'Account that submitted it last: somebody else agrees to it';
create index plan_by_institution on strategy.plan (municipality_id, institution_id);
create index plan_by_strategy on strategy.plan (municipality_id, strategy_id);

create table strategy.plan_item (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  institution_id uuid,
  number integer not null check (number between 1 and 9999),
  goal text,
  task text not null check (task <> ''),
  starts_on date,
  due_on date,
  responsible text,
  expected text,
  achieved text,
  progress text check (progress in ('notStarted', 'inProgress', 'done', 'notDone')),
  actions jsonb not null default '[]' check (jsonb_typeof(actions) = 'array'),
  own_need text check (own_need <> ''),
  indicators jsonb not null default '[]' check (jsonb_typeof(indicators) = 'array'),
  carried_from uuid,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, plan_id, number),
  check (own_need is null or actions = '[]'::jsonb),
  check (starts_on <= due_on),
  foreign key (municipality_id, plan_id) references strategy.plan (municipality_id, id),
  foreign key (municipality_id, carried_from) references strategy.plan_item (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.plan_item is 'A task of a plan: it serves actions of the strategy, or is a need of one''s own, or nobody has said yet';
comment on column strategy.plan_item.number is 'By which it is known in the plan and in workbooks; never given again';
comment on column strategy.plan_item.progress is 'How far it has come; null while nobody has said';
comment on column strategy.plan_item.actions is 'Codes of the actions that it serves';
comment on column strategy.plan_item.own_need is 'Why it serves none of them';
comment on column strategy.plan_item.indicators is 'Codes of the strategy''s indicators that it is meant to move';
comment on column strategy.plan_item.carried_from is 'Item of an earlier plan that was not finished and goes on here';
create index plan_item_by_institution on strategy.plan_item (municipality_id, institution_id);

create table strategy.consultation (
  municipality_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  institution_id uuid,
  kind text not null check (kind in ('asked', 'submitted', 'comment', 'answer', 'returned', 'agreed', 'reopened', 'withdrawn')),
  item_id uuid,
  answers_id uuid,
  words text,
  author text not null,
  submitted_by text,
  agreed_on date,
  agreed_by text,
  at timestamptz not null default now(),
  change_id uuid not null,
  primary key (municipality_id, id),
  check (kind not in ('comment', 'answer', 'returned', 'reopened', 'withdrawn') or words is not null),
  check ((kind = 'answer') = (answers_id is not null)),
  check ((kind = 'agreed') = (agreed_on is not null and agreed_by is not null and submitted_by is not null)),
  check (kind <> 'agreed' or submitted_by <> author),
  foreign key (municipality_id, plan_id) references strategy.plan (municipality_id, id),
  foreign key (municipality_id, item_id) references strategy.plan_item (municipality_id, id),
  foreign key (municipality_id, answers_id) references strategy.consultation (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.consultation is 'What was asked, said, answered and agreed about a plan, in its order; nothing of it is changed';
comment on column strategy.consultation.item_id is 'Task that it is about; null when it is about the plan';
comment on column strategy.consultation.answers_id is 'Comment that is answered';
comment on column strategy.consultation.submitted_by is 'Of an agreement: who had submitted the plan, which is somebody else';
comment on column strategy.consultation.agreed_by is 'Who agreed, in words: a person or a body';
create index consultation_by_institution on strategy.consultation (municipality_id, institution_id);
create index consultation_by_plan on strategy.consultation (municipality_id, plan_id, at);
