-- Who answers for an action: one account, perhaps with a deputy.
create table strategy.action_accountable (
  municipality_id uuid not null,
  strategy_id uuid not null,
  action text not null,
  account_id text not null,
  deputy_id text check (deputy_id <> account_id),
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, strategy_id, action),
  foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table strategy.action_accountable is 'Exactly one account answers for an action; the plan''s own words on who is responsible stand in the action';
comment on column strategy.action_accountable.deputy_id is 'Account that answers while the other cannot';
create index action_accountable_by_account on strategy.action_accountable (municipality_id, account_id);
