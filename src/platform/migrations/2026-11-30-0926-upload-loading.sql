alter table platform.upload drop constraint upload_state_check;
alter table platform.upload add constraint upload_state_check
  check (state in ('received', 'recognised', 'mapped', 'loading', 'committed', 'dropped'));
alter table platform.upload add column decision jsonb, add column failure jsonb;
comment on column platform.upload.decision is 'Why it is loaded, how many rows end, and the job that does it';
comment on column platform.upload.failure is 'Why the last loading was refused; nothing of it was written';
