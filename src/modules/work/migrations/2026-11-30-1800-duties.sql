-- What the law, a rule of the Cabinet or a municipality's own document asks for, how often, and what was done of it.
create table work.duty (
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  valid_from date not null,
  valid_to date,
  kind text not null check (kind ~ '^[a-z][a-zA-Z]*$'),
  name_lv text not null,
  name_en text not null,
  asks_lv text not null,
  asks_en text not null,
  performer text not null check (performer in ('municipality', 'institution')),
  basis text not null check (basis in ('law', 'cabinet')),
  basis_lv text not null,
  basis_en text not null,
  link text not null check (link ~ '^https?://'),
  rhythm text not null check (rhythm in ('once', 'yearly', 'fourYearly', 'regularly')),
  due text check (due ~ '^(\d{4}-)?\d{2}-\d{2}$'),
  about text check (about in ('schoolYear', 'year')),
  institution_types text,
  unverified_lv text,
  unverified_en text,
  primary key (key, valid_from),
  check (valid_to > valid_from),
  check ((due is null) = (rhythm = 'regularly') or rhythm = 'fourYearly'),
  check ((unverified_lv is null) = (unverified_en is null))
);
comment on table work.duty is 'What the country asks of every municipality or institution; a rule that changes ends one row and begins another';
comment on column work.duty.kind is 'By which modules say what of it is done and what is missing';
comment on column work.duty.due is 'MM-DD of what is yearly; the day of what is once; the first day of what is four-yearly, if one is stated';
comment on column work.duty.about is 'Year that it is about: the one that ended last before it is due; null: the year in which it is due';
comment on column work.duty.institution_types is 'Kinds of institutions that have it, joined with semicolons; null: all';
comment on column work.duty.unverified_lv is 'What of all this was not checked against the document itself';

create table work.own_duty (
  municipality_id uuid not null references registry.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('yearlyReport', 'midTermUpdate', 'other')),
  name_lv text not null,
  name_en text not null,
  asks_lv text,
  asks_en text,
  performer text not null check (performer in ('municipality', 'institution')),
  basis_lv text not null,
  basis_en text not null,
  link text check (link ~ '^(https?://|/)'),
  rhythm text not null check (rhythm in ('once', 'yearly', 'fourYearly', 'regularly')),
  due text check (due ~ '^(\d{4}-)?\d{2}-\d{2}$'),
  about text check (about in ('schoolYear', 'year')),
  valid_from date not null,
  valid_to date,
  account_id text,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null,
  change_id uuid not null,
  is_public boolean not null default false,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  check (valid_to > valid_from),
  check ((due is null) = (rhythm = 'regularly') or rhythm = 'fourYearly'),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table work.own_duty is 'What a municipality asks of itself or of its institutions, such as its strategy''s yearly report';
comment on column work.own_duty.account_id is 'Account that answers for it; null: whoever answers for duties';

create table work.duty_done (
  municipality_id uuid not null references registry.municipality (id),
  institution_id uuid,
  id uuid not null,
  duty text not null check (duty <> ''),
  period text not null check (period ~ '^\d{4}(/\d{4})?$'),
  kind text not null check (kind in ('done', 'notApplicable', 'withdrawn')),
  done_on date,
  note text,
  link text check (link ~ '^(https?://|/)'),
  file_id uuid,
  file_name text,
  account_id text not null,
  at timestamptz not null default clock_timestamp(),
  change_id uuid not null,
  is_public boolean not null default false,
  primary key (municipality_id, id),
  check ((done_on is not null) = (kind = 'done')),
  check (kind = 'done' or note is not null),
  check (kind <> 'done' or num_nonnulls(note, link, file_id) > 0),
  check ((file_id is null) = (file_name is null)),
  foreign key (municipality_id, institution_id) references registry.institution (municipality_id, id),
  foreign key (municipality_id, change_id) references platform.change (municipality_id, id)
);
comment on table work.duty_done is 'That one time of a duty is done, with what shows it; that it is not applicable, or that this is withdrawn, with the reason. The newest row of a time holds';
comment on column work.duty_done.duty is 'Key of a duty of the country, or id of a municipality''s own';
comment on column work.duty_done.period is 'Year or school year that it was done for';
create index duty_done_by_duty on work.duty_done (municipality_id, duty, period);
create index duty_done_by_institution on work.duty_done (municipality_id, institution_id);

-- Databases from before get the duties with which the country's files begin.
insert into work.duty (key, valid_from, valid_to, kind, name_lv, name_en, asks_lv, asks_en, performer, basis, basis_lv, basis_en, link, rhythm, due, about, institution_types, unverified_lv, unverified_en) values
  ('attistibas-strategija', '2022-08-11', null, 'strategy', 'Izglītības attīstības stratēģija nākamajiem četriem gadiem', 'Education development strategy for the next four years', 'Izglītības pārvalde izstrādā pašvaldības izglītības ekosistēmas attīstības stratēģiju turpmākajiem četriem gadiem atbilstoši mērķiem valsts izglītības attīstības pamatnostādnēs.', 'The education department drafts the development strategy of the municipality’s education ecosystem for the next four years, in line with the aims of the national education development guidelines.', 'municipality', 'law', 'Izglītības likums, 18. panta otrās daļas 1. punkts', 'Education Law, section 18(2)(1)', 'https://likumi.lv/ta/id/50759', 'fourYearly', null, null, null, 'Diena, no kuras šī redakcija ir spēkā, nav pārbaudīta: 2022. gada 11. augusts ir vairāku šī likuma grozījumu spēkā stāšanās diena.', 'The day from which this wording holds was not checked: on 11 August 2022 several amendments of this law took effect.'),
  ('rezultatu-analize', '2022-08-11', null, 'resultsAnalysis', 'Regulāra izglītības iestāžu darbības rezultātu analīze', 'Regular analysis of the results of institutions', 'Izglītības pārvalde regulāri analizē izglītības iestāžu darbības rezultātus, izņemot augstskolas un koledžas. Cik bieži, likums nesaka; te tā tiek gaidīta katru mācību gadu.', 'The education department regularly analyses the results of institutions other than universities and colleges. The law does not say how often; here it is looked for every school year.', 'municipality', 'law', 'Izglītības likums, 18. panta otrās daļas 1. punkts', 'Education Law, section 18(2)(1)', 'https://likumi.lv/ta/id/50759', 'regularly', null, 'schoolYear', null, 'Diena, no kuras šī redakcija ir spēkā, nav pārbaudīta.', 'The day from which this wording holds was not checked.'),
  ('kvalitates-parskats', '2022-08-11', null, 'qualityReport', 'Pārskats par izglītības kvalitāti pašvaldībā', 'Report on the quality of education in the municipality', 'Reizi četros gados izglītības pārvalde sagatavo pārskatu par izglītības kvalitāti pašvaldībā un iesniedz to pašvaldībai un Izglītības kvalitātes valsts dienestam.', 'Every four years the education department prepares a report on the quality of education in the municipality and submits it to the municipality and to the State Education Quality Service.', 'municipality', 'law', 'Izglītības likums, 18. panta otrās daļas 1. punkts', 'Education Law, section 18(2)(1)', 'https://likumi.lv/ta/id/50759', 'fourYearly', null, null, null, 'Dienu, līdz kurai pārskats jāiesniedz, mūsu izlasītais likuma teksts nenosauc. Diena, no kuras šī redakcija ir spēkā, nav pārbaudīta.', 'The text of the law that we have read names no day by which the report is due. The day from which this wording holds was not checked.'),
  ('pasnovertejums', '2016-12-23', '2020-10-09', 'selfAssessment', 'Izglītības iestādes pašnovērtējums', 'Self-assessment of an institution', 'Izglītības iestāde katru gadu līdz 1. septembrim aktualizē pašnovērtējuma ziņojumu un publicē to savā vai dibinātāja tīmekļvietnē.', 'Every year by 1 September an institution brings its self-assessment up to date and publishes it on its own or its founder’s website.', 'institution', 'cabinet', 'Ministru kabineta 2016. gada 20. decembra noteikumi Nr. 831, 5. punkts', 'Cabinet Regulation No. 831 of 20 December 2016, paragraph 5', 'https://likumi.lv/ta/id/287602', 'yearly', '09-01', 'schoolYear', 'preschool;primarySchool;basicSchool;secondarySchool;stateGymnasium;specialSchool;developmentCentre;vocationalSchool', 'Pārstāstīts pēc Izglītības kvalitātes valsts dienesta 2017. gada skaidrojuma; noteikumu teksts un spēkā stāšanās diena nav pārbaudīta. Pirmsskolām prasība bija spēkā no 2018. gada.', 'Retold from an explanation by the State Education Quality Service of 2017; the text of the rules and the day from which they held were not checked. For preschools it held from 2018.'),
  ('pasnovertejums', '2020-10-09', '2024-06-13', 'selfAssessment', 'Izglītības iestādes pašnovērtējums', 'Self-assessment of an institution', 'Izglītības iestāde katru gadu līdz 1. oktobrim iesniedz Izglītības kvalitātes valsts dienestam ar dibinātāju saskaņotu pašnovērtējuma ziņojumu, un tā publisko daļu publicē tīmekļvietnē.', 'Every year by 1 October an institution submits a self-assessment, agreed with its founder, to the State Education Quality Service, and publishes the public part of it on the web.', 'institution', 'cabinet', 'Ministru kabineta 2020. gada 6. oktobra noteikumi Nr. 618, 4. punkts', 'Cabinet Regulation No. 618 of 6 October 2020, paragraph 4', 'https://likumi.lv/ta/id/317820', 'yearly', '10-01', 'schoolYear', 'preschool;primarySchool;basicSchool;secondarySchool;stateGymnasium;specialSchool;developmentCentre;vocationalSchool', 'Vai Nr. 618 pēc 2024. gada 12. jūnija pilnībā zaudēja spēku un kurām iestādēm prasība tieši attiecas – nav pārbaudīts.', 'Whether No. 618 ceased entirely after 12 June 2024 and to which institutions exactly it applied was not checked.'),
  ('pasnovertejums', '2024-06-13', null, 'selfAssessment', 'Izglītības iestādes pašnovērtējums', 'Self-assessment of an institution', 'Izglītības iestāde katru gadu līdz 1. oktobrim sagatavo pašnovērtējuma ziņojumu, saskaņo to ar dibinātāju un publisko daļu publicē tīmekļvietnē.', 'Every year by 1 October an institution prepares a self-assessment, agrees it with its founder and publishes the public part of it on the web.', 'institution', 'cabinet', 'Ministru kabineta 2024. gada 4. jūnija noteikumi Nr. 325', 'Cabinet Regulation No. 325 of 4 June 2024', 'https://www.vestnesis.lv/op/2024/113.2', 'yearly', '10-01', 'schoolYear', 'preschool;primarySchool;basicSchool;secondarySchool;stateGymnasium;specialSchool;developmentCentre;vocationalSchool', '1. oktobris, saskaņošana ar dibinātāju un publicēšana ir Izglītības kvalitātes valsts dienesta skaidrojumā par iepriekšējiem noteikumiem; Nr. 325 tekstā tas punkts pa punktam nav pārbaudīts. Nav pārbaudīts arī, kurām iestādēm prasība tieši attiecas: pirmsskolas nav jāakreditē, bet pašnovērtējumu tās raksta.', 'The first of October, the founder’s agreement and publication stand in the State Education Quality Service’s explanation of the previous rules; they were not checked paragraph by paragraph in No. 325. Nor was it checked to which institutions exactly it applies: preschools are not accredited but do assess themselves.');
