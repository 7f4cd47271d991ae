create table platform.job_progress (
  municipality_id uuid not null,
  id uuid not null,
  account_id text not null check (account_id <> ''),
  job text not null check (job ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  note text check (note ~ '^[a-z]+([.][a-zA-Z]+)+$'),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  changed_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
comment on table platform.job_progress is 'How far a job is that somebody waits for; gone a month after it ended';
comment on column platform.job_progress.id is 'Id of the job';
comment on column platform.job_progress.note is 'Key of the text that says what is done just now';
create index job_progress_by_account on platform.job_progress (account_id, changed_at);
