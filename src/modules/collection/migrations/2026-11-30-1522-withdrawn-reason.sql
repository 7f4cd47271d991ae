-- Everybody reads why a call was withdrawn; the journal's own words are not everybody's.
alter table collection.data_call add column withdrawn_reason text;
comment on column collection.data_call.withdrawn_reason is 'Why the call was withdrawn, in words that everybody reads';
