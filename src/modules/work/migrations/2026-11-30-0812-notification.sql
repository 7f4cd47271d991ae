create table work.notification (
  municipality_id uuid not null,
  id uuid not null,
  account_id text not null check (account_id <> ''),
  kind text not null check (kind ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  subject text not null check (length(subject) between 1 and 500),
  address text check (address ~ '^/[^/]?'),
  task_id uuid,
  due_on date,
  once text,
  at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, once)
);
comment on table work.notification is 'What somebody should know of; told in the application and by mail';
comment on column work.notification.subject is 'Plain words of the module that tells it';
comment on column work.notification.task_id is 'Task that it reminds of: once that is done, no mail is sent';
comment on column work.notification.once is 'Where given, the same is told once, however often it is asked for';
create index notification_by_account on work.notification (account_id, at);

create table work.mail_preference (
  account_id text not null check (account_id <> ''),
  kind text not null check (kind ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  wants_mail boolean not null,
  changed_at timestamptz not null default now(),
  primary key (account_id, kind)
);
comment on table work.mail_preference is 'Letters of which kind an account wants or does not want; what is not here is sent';

create table work.personal_key (
  account_id text not null check (account_id <> ''),
  purpose text not null check (purpose in ('calendar', 'mail')),
  secret text not null check (length(secret) >= 32),
  made_at timestamptz not null default now(),
  primary key (account_id, purpose)
);
comment on table work.personal_key is 'Secrets in addresses that work without signing in: of a calendar, of signing out of letters';
create unique index personal_key_by_secret on work.personal_key (secret);
