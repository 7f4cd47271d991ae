-- Whoever loads much tells the planner, who would otherwise go by what there was before: on a server it looks by
-- itself a minute later, on the embedded database never.
create function platform.gather_statistics() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place regclass;
begin
  for place in
    select t.oid from pg_class t
    where t.relkind in ('r', 'p') and pg_has_role(current_user, t.relowner, 'usage')
      and t.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public)'
  loop
    execute format('analyze %s', place);
  end loop;
end $$;
comment on function platform.gather_statistics() is 'Has the planner look at all tables, as the owner of which it runs';
revoke all on function platform.gather_statistics() from public;
grant execute on function platform.gather_statistics() to izaugsme_member;
