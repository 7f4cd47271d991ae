-- A finding has a life: somebody explains it, accepts it or says that it is mended, and the data close it.
create table findings.life (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  identity text not null check (identity ~ '^[0-9a-f]{32}$'),
  family text not null,
  rule text not null,
  severity text not null check (severity in ('contradiction', 'obstacle', 'notice')),
  subjects jsonb not null,
  finding_lv text not null,
  finding_en text not null,
  is_covered boolean not null,
  state text not null check (state in ('open', 'explained', 'accepted', 'fixed', 'closed')),
  said text check (said in ('explained', 'accepted', 'fixed')),
  said_lv text check (said_lv <> ''),
  said_en text check (said_en <> ''),
  said_on date,
  tells_no_figure boolean not null default false,
  is_earlier boolean not null default false,
  account_id text check (account_id <> ''),
  closed_on date,
  reopened_on date,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, identity),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id),
  check ((said is null) = (said_on is null)),
  check (said_en is null or said_lv is not null),
  check (state in ('open', 'closed') or (said = state and not is_earlier))
);
comment on table findings.life is 'What a department has said of a finding, whose it is to deal with, and when the data closed and reopened it';
comment on column findings.life.identity is 'Hash of the rule and of what the finding is about, by which it is known again';
comment on column findings.life.finding_lv is 'The finding in the words in which everybody may read it, as it was last found';
comment on column findings.life.said is 'What was said last; stays when the data close or reopen the finding';
comment on column findings.life.tells_no_figure is 'Whoever said it says that its words tell no covered figure';
comment on column findings.life.is_earlier is 'What was said is from before the data closed and reopened the finding';
comment on column findings.life.account_id is 'Who is to deal with it';
create index life_by_account on findings.life (account_id, state);

alter table findings.finding
  add column identity text not null default '',
  add column is_covered boolean not null default false,
  add column state text not null default 'open' check (state in ('open', 'explained', 'accepted', 'fixed')),
  add column said text check (said in ('explained', 'accepted', 'fixed')),
  add column said_lv text,
  add column said_en text,
  add column said_on date,
  add column is_earlier boolean not null default false;
comment on column findings.finding.identity is 'Hash of the rule and of what it is about, by which findings.life knows it';
comment on column findings.finding.is_covered is 'Its figures are covered, so its explanation names none';
comment on column findings.finding.said_lv is 'What the department says of it, as far as everybody may read that';
create index finding_identity on findings.finding (municipality_id, identity);

create table findings.state_tally (
  municipality_id uuid not null references registry.municipality (id),
  state text not null check (state in ('open', 'explained', 'accepted', 'fixed', 'closed')),
  findings integer not null check (findings > 0),
  is_public boolean not null default true,
  primary key (municipality_id, state)
);
comment on table findings.state_tally is 'How many findings there are in each state, those closed by the data included';
