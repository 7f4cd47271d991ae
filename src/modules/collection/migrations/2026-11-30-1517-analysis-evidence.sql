alter table collection.analysis add column evidence jsonb not null default '[]';
comment on column collection.analysis.evidence is 'What it rests on: pages by their addresses, files by their ids and names';
