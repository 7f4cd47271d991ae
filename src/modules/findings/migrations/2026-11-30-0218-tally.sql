-- How many findings there are, so that an overview need not count them each time it is made.
create table findings.tally (
  municipality_id uuid not null references registry.municipality (id),
  family text not null,
  rule text not null,
  severity text not null check (severity in ('contradiction', 'obstacle', 'notice')),
  facet text not null,
  code text not null,
  rank integer not null,
  findings integer not null check (findings > 0),
  first_id uuid not null,
  is_public boolean not null default true,
  primary key (municipality_id, facet, family, rule, severity, code)
);
comment on table findings.tally is 'Counts of what is kept in findings.finding, by rule and weight, and by each thing that findings belong to';
comment on column findings.tally.facet is 'Kind of thing that the findings belong to; empty for all findings of the rule';
comment on column findings.tally.first_id is 'The one that pages show first';
alter table findings.finding no force row level security;
insert into findings.tally (municipality_id, family, rule, severity, facet, code, rank, findings, first_id)
  select municipality_id, family, rule, severity, facet, code, min(rank), count(*)::int,
    (array_agg(id order by rank, position, number))[1]
  from findings.finding,
    lateral (select '' as facet, '' as code union all
      select facets.key, belonging.code from jsonb_each(belongs_to) as facets (key, codes),
        jsonb_array_elements_text(codes) as belonging (code)) belonging
  group by municipality_id, family, rule, severity, facet, code;
alter table findings.finding force row level security;
