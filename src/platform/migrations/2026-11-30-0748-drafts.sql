create table platform.draft (
  municipality_id uuid not null,
  account_id text not null check (account_id <> ''),
  address text not null check (address ~ '^/' and length(address) <= 1000),
  fields jsonb not null,
  at timestamptz not null default now(),
  primary key (municipality_id, account_id, address)
);
comment on table platform.draft is 'What an account has typed into a form and not saved yet';
comment on column platform.draft.address is 'Of the form, in its Latvian form';
create index draft_by_age on platform.draft (at);

create table platform.lost_post (
  id bytea primary key,
  content bytea not null,
  at timestamptz not null default now()
);
comment on table platform.lost_post is 'What somebody sent whose session had ended, for a day; only the token in that browser tells which and opens it';
create index lost_post_by_age on platform.lost_post (at);
