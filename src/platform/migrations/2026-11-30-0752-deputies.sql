-- Who is away has somebody stand in for them: the deputy gets the same right for some days, and it says whose it is.
alter table platform.role_grant
  add delegated_from text check (delegated_from <> account_id),
  add delegated_grant uuid,
  add check (delegated_grant is null or delegated_from is not null);
comment on column platform.role_grant.delegated_from is 'Account for which the holder stands in; a right of one''s own has none';
comment on column platform.role_grant.delegated_grant is 'The grant of that account that was lent, with which this one ends; none where it followed from a post or a charge';
create index role_grant_by_lender on platform.role_grant (municipality_id, delegated_from) where delegated_from is not null;
