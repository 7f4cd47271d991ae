-- Who has an account elsewhere works in a second municipality only once they have agreed.
alter table platform.account_holder add column is_accepted boolean not null default true;
comment on column platform.account_holder.is_accepted is 'Whether the person has agreed to work here; until then no right holds';
