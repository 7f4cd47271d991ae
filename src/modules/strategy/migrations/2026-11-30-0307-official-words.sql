-- Beside our short wording the exact words of the document, where the municipality's files have them.
alter table strategy.strategy add column vision_official_lv text;
alter table strategy.strategy add column vision_official_en text;
alter table strategy.strategy add column mission_official_lv text;
alter table strategy.strategy add column mission_official_en text;
alter table strategy.goal add column official_lv text;
alter table strategy.goal add column official_en text;
alter table strategy.direction add column official_lv text;
alter table strategy.direction add column official_en text;
alter table strategy.action add column official_lv text;
alter table strategy.action add column official_en text;
alter table strategy.claim add column official_lv text;
alter table strategy.claim add column official_en text;
comment on column strategy.goal.official_lv is 'Exact words of the document; title_lv is ours';
comment on column strategy.direction.official_lv is 'Exact words of the document; title_lv is ours';
comment on column strategy.action.official_lv is 'Exact words of the document; title_lv is ours';
comment on column strategy.claim.official_lv is 'Exact words of the document; text_lv is ours';
