alter table surveys.survey_group add column minors boolean;
comment on column surveys.survey_group.minors is 'Whether those who answered are minors; null when nobody says, and then the stricter rule holds';
