alter table sources.document add column withdrawn_at timestamptz;
