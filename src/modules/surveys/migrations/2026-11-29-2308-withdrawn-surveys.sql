alter table surveys.survey add column withdrawn_at timestamptz;
alter table surveys.survey_group add column withdrawn_at timestamptz;
alter table surveys.item add column withdrawn_at timestamptz;
alter table surveys.result add column withdrawn_at timestamptz;
alter table surveys.printed_mean add column withdrawn_at timestamptz;
