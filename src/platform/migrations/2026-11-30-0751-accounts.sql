-- Who has an account in which municipality: the names beside changes.
create table platform.account_holder (
  municipality_id uuid not null,
  account_id text not null,
  name text not null check (name <> ''),
  email text not null check (email = lower(email)),
  language text not null check (language in ('lv', 'en')),
  ended_on date,
  revision integer not null,
  changed_at timestamptz not null,
  change_id uuid not null,
  primary key (municipality_id, account_id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
create index account_holder_account on platform.account_holder (account_id);

-- Sign-ins, failures, and what was done to accounts. Kept for twelve months.
create table platform.security_event (
  municipality_id uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  kind text not null,
  -- Whose account it is; null where nobody has the address that was tried.
  account_id text,
  -- Who did it, where that is somebody else.
  actor text,
  -- Keyed hash of the address of e-mail that was tried.
  tried text,
  client_address text,
  user_agent text,
  primary key (municipality_id, id)
);
create index security_event_at on platform.security_event (municipality_id, at);
create index security_event_account on platform.security_event (account_id, at);

create schema accounts;
grant usage on schema accounts to izaugsme_accounts;
grant usage on schema platform to izaugsme_accounts;

-- The five tables of better-auth 1.7.25, as getMigrations() prints them, in our way of writing names.
create table accounts.user_account (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  two_factor_enabled boolean,
  -- Ours: the language of letters, accounts of the demonstration, and the moment from which nobody gets in.
  language text not null default 'lv' check (language in ('lv', 'en')),
  is_demo boolean not null default false,
  ended_at timestamptz
);

create table accounts.user_session (
  id text primary key,
  expires_at timestamptz not null,
  -- A hash: the token itself is in the cookie alone.
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references accounts.user_account (id) on delete cascade,
  -- Ours: a second factor was shown in this session.
  is_confirmed boolean not null default false
);
create index user_session_user on accounts.user_session (user_id);

create table accounts.credential (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references accounts.user_account (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_user on accounts.credential (user_id);

create table accounts.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier on accounts.verification (identifier);

create table accounts.two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references accounts.user_account (id) on delete cascade,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index two_factor_user on accounts.two_factor (user_id);

-- Codes of the second factor that were shown already.
create table accounts.shown_code (
  user_id text not null references accounts.user_account (id) on delete cascade,
  code text not null,
  shown_at timestamptz not null default current_timestamp,
  primary key (user_id, code)
);

-- Links sent by mail: an invitation, or a new password. Each works once.
create table accounts.mailed_link (
  token text primary key,
  user_id text not null references accounts.user_account (id) on delete cascade,
  kind text not null check (kind in ('invitation', 'reset')),
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp
);
create index mailed_link_user on accounts.mailed_link (user_id);

-- How often somebody, known by a keyed hash, was wrong of late.
create table accounts.failure (
  key text primary key,
  failures integer not null,
  failed_at timestamptz not null,
  blocked_until timestamptz not null
);
create index failure_at on accounts.failure (failed_at);
