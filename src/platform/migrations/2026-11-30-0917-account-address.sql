-- Addresses of e-mail stand apart from names: names are seen by everybody present, addresses by whoever administers.
create table platform.account_address (
  municipality_id uuid not null,
  account_id text not null,
  email text not null check (email = lower(email)),
  revision integer not null,
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, account_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
create index account_address_account on platform.account_address (account_id);

-- Row-level security binds the owner as well.
alter table platform.account_holder no force row level security;
insert into platform.account_address (municipality_id, account_id, email, revision, changed_at, change_id)
  select municipality_id, account_id, email, revision, changed_at, change_id from platform.account_holder;
alter table platform.account_holder drop column email;
alter table platform.account_holder force row level security;
