-- Status rounds: who was asked how far an action has come, what was reported, what was decided on it.
create table strategy.status_round (
  municipality_id uuid not null,
  id uuid not null,
  strategy_id uuid not null,
  key text not null check (key ~ '^[a-z0-9-]{1,60}$'),
  title_lv text not null,
  title_en text not null,
  as_of text not null,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  decided_by text not null check (decided_by in ('editor', 'group')),
  state text not null check (state in ('planned', 'open', 'closed', 'withdrawn')),
  opened_at timestamptz,
  closed_at timestamptz,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, key),
  check (opens_on <= due_on and due_on <= closes_on),
  check ((state = 'planned') = (opened_at is null) or state = 'withdrawn'),
  check ((state = 'closed') = (closed_at is not null)),
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.status_round is 'A time at which everybody who answers for actions of a plan is asked how far they have come';
comment on column strategy.status_round.key is 'As addresses call it';
comment on column strategy.status_round.as_of is 'Period as of which statuses are reported';
comment on column strategy.status_round.due_on is 'Last day in time';
comment on column strategy.status_round.closes_on is 'Last day on which anything can be reported';
comment on column strategy.status_round.decided_by is 'Whether one editor may accept, or a group of at least two present';
create index status_round_by_strategy on strategy.status_round (municipality_id, strategy_id);

create table strategy.round_action (
  municipality_id uuid not null,
  round_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  account_id text,
  deputy_id text check (deputy_id <> account_id),
  outcome text check (outcome in ('unasked', 'silent', 'reported', 'returned', 'accepted')),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, round_id, action),
  foreign key (municipality_id, round_id) references strategy.status_round (municipality_id, id),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.round_action is 'Who is asked about an action in a round';
comment on column strategy.round_action.account_id is 'Who answered for it when it was last looked at; null where nobody did, so that nobody was asked';
comment on column strategy.round_action.outcome is 'Where it stood as the round closed: of who was silent it is recorded for good';
create index round_action_by_account on strategy.round_action (municipality_id, account_id);

create table strategy.round_report (
  municipality_id uuid not null,
  round_id uuid not null,
  action text not null,
  version integer not null check (version > 0),
  author text not null,
  handed_by text not null default '',
  way text not null check (way in ('link', 'page', 'invented')),
  once uuid not null,
  at timestamptz not null default now(),
  status text not null check (status in ('implemented', 'inProgress', 'partial', 'deferred', 'notStarted')),
  sentence text not null check (sentence <> ''),
  evidence_title text,
  evidence_url text check (evidence_url ~ '^https?://'),
  milestone text,
  milestone_on date,
  change_id uuid not null,
  primary key (municipality_id, round_id, action, version),
  unique (municipality_id, round_id, action, once),
  unique (municipality_id, round_id, action, version, author, handed_by),
  check (milestone_on is null or milestone is not null),
  foreign key (municipality_id, round_id, action) references strategy.round_action (municipality_id, round_id, action),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.round_report is 'What was reported about an action, each time that it was';
comment on column strategy.round_report.once is 'Names one pressing of the button: sent twice, it is there once';
comment on column strategy.round_report.handed_by is 'Account that was shown the secret of the link by which it came, so that it could have written it; empty where nobody was';
create index round_report_by_author on strategy.round_report (municipality_id, author);

create table strategy.round_decision (
  municipality_id uuid not null,
  round_id uuid not null,
  action text not null,
  number integer not null check (number > 0),
  version integer not null,
  author text not null,
  handed_by text not null,
  kind text not null check (kind in ('returned', 'accepted')),
  decided_by text not null,
  at timestamptz not null default now(),
  remark text,
  group_name text,
  decided_on date,
  voices text,
  present integer not null default 0,
  change_id uuid not null,
  primary key (municipality_id, round_id, action, number),
  check (kind <> 'returned' or remark <> ''),
  check (present = coalesce(array_length(string_to_array(voices, e'\n'), 1), 0)),
  check (present = 0 or (decided_on is not null and group_name is not null)),
  check (kind <> 'accepted' or present >= 2 or (decided_by <> author and decided_by <> handed_by)),
  foreign key (municipality_id, round_id, action, version, author, handed_by)
    references strategy.round_report (municipality_id, round_id, action, version, author, handed_by),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.round_decision is 'What was decided on what was reported: nobody alone accepts what they have reported themselves';
comment on column strategy.round_decision.voices is 'Who was present and what each said: a line for each, as who | stance | remark';
comment on column strategy.round_decision.present is 'How many were present; 0 where one editor decided';

create table strategy.round_link (
  municipality_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  account_id text not null,
  digest text not null,
  handed_by text not null default '',
  revoked_on timestamptz,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, digest),
  foreign key (municipality_id, round_id) references strategy.status_round (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.round_link is 'A link by which somebody reports on their own actions in one round without signing in';
comment on column strategy.round_link.digest is 'Of its secret, which is kept nowhere but in the letter';
comment on column strategy.round_link.handed_by is 'Account that was shown the secret in order to hand it over; empty where it went out by mail alone';
create index round_link_by_round on strategy.round_link (municipality_id, round_id, account_id);
