-- Beside our short wording the exact words of the document, where the municipality's files have them.
alter table indicators.indicator add column official_lv text;
alter table indicators.indicator add column official_en text;
comment on column indicators.indicator.official_lv is 'Exact words of the document; title_lv is ours';
