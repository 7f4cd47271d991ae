import { type Kysely, sql } from 'kysely'
import { APPENDED_COLUMNS, CHANGING_COLUMNS } from '#platform/database/row-kinds.server.ts'
import { createModuleSchema, protectTenantTable } from '#platform/database/tenant-table.server.ts'

const cited = `
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)`

const missingKinds = `('notMeasured', 'retired', 'notApplicable', 'noMethodology', 'notAsked', 'notReported', 'unknown', 'confidential')`

export async function up(db: Kysely<unknown>) {
  await createModuleSchema(db, 'indicators')
  const create = (statement: string) => sql.raw(statement).execute(db)

  await create(`create table indicators.source_document (
    municipality_id uuid not null references registry.municipality (id),
    id uuid not null,
    key text not null,
    title_lv text not null,
    title_en text not null,
    publisher text,
    prepared_from date,
    prepared_to date,
    states_data_to date,
    url text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, key)
  )`)

  await create(`create table indicators.dimension_value (
    municipality_id uuid not null references registry.municipality (id),
    dimension text not null,
    dimension_lv text not null,
    dimension_en text not null,
    value text not null,
    position integer not null,
    label_lv text not null,
    label_en text not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, dimension, value)
  )`)

  await create(`create table indicators.indicator (
    municipality_id uuid not null references registry.municipality (id),
    id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    definition_lv text,
    definition_en text,
    title_unit text,
    unit text not null,
    direction text not null check (direction in ('up', 'down', 'none')),
    value_kind text not null check (value_kind in ('number', 'share', 'ratio', 'distribution', 'text')),
    frequency text check (frequency in ('schoolYear', 'semester', 'calendarYear', 'snapshot', 'month', 'once')),
    about_persons boolean not null,
    owner text,
    data_source_lv text,
    data_source_en text,
    legal_basis text,
    data_minimum boolean not null,
    retired_on date,
    retired_reason_lv text,
    retired_reason_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, code),
    ${cited}
  )`)

  await create(`create table indicators.methodology (
    municipality_id uuid not null,
    indicator_id uuid not null,
    version integer not null check (version > 0),
    text_lv text,
    text_en text,
    numerator_lv text,
    numerator_en text,
    denominator_lv text,
    denominator_en text,
    valid_from text,
    comparability text check (comparability in ('yes', 'no', 'afterRecomputation')),
    is_missing boolean not null default false,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, indicator_id, version),
    foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id),
    ${cited}
  )`)

  await create(`create table indicators.series (
    municipality_id uuid not null,
    id uuid not null,
    key text not null,
    indicator_id uuid not null,
    position integer not null,
    breakdown jsonb not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, key),
    foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
  )`)

  await create(`create table indicators.observation (
    municipality_id uuid not null,
    series_id uuid not null,
    period text not null,
    value_kind text check (value_kind in ('number', 'share', 'ratio', 'distribution', 'text')),
    missing text check (missing in ${missingKinds}),
    number numeric,
    unit text,
    numerator numeric,
    denominator numeric,
    share numeric,
    distribution jsonb,
    text_lv text,
    text_en text,
    methodology integer,
    printed text,
    note_lv text,
    note_en text,
    ${APPENDED_COLUMNS},
    primary key (municipality_id, series_id, period, revision),
    foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
    ${cited},
    check ((value_kind is null) <> (missing is null)),
    check (missing is null or (number is null and distribution is null and text_lv is null)),
    check (value_kind not in ('number', 'share', 'ratio') or number is not null),
    check (value_kind <> 'distribution' or distribution is not null),
    check (value_kind <> 'text' or text_lv is not null)
  )`)
  await create(
    `comment on table indicators.observation is 'Everything measured, append-only: the highest revision of a series and period is current'`,
  )

  await create(`create table indicators.target_set (
    municipality_id uuid not null references registry.municipality (id),
    id uuid not null,
    key text not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, key)
  )`)
  await create(
    `comment on table indicators.target_set is 'Baselines, targets and the period rule that are judged together, usually those of one strategy'`,
  )

  await create(`create table indicators.baseline (
    municipality_id uuid not null,
    target_set_id uuid not null,
    series_id uuid not null,
    period text not null,
    is_recomputed boolean not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, target_set_id, series_id),
    foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id),
    foreign key (municipality_id, series_id) references indicators.series (municipality_id, id)
  )`)
  await create(
    `comment on column indicators.baseline.period is 'Period of the observation that serves as the baseline'`,
  )

  await create(`create table indicators.target (
    municipality_id uuid not null,
    target_set_id uuid not null,
    series_id uuid not null,
    target_year integer not null check (target_year between 1990 and 2100),
    kind text not null check (kind in ('absolute', 'relative', 'trend', 'exists', 'firstMeasurement', 'none')),
    value numeric,
    unit text,
    printed text,
    note_lv text,
    note_en text,
    ${APPENDED_COLUMNS},
    primary key (municipality_id, target_set_id, series_id, target_year, revision),
    foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id),
    foreign key (municipality_id, series_id) references indicators.series (municipality_id, id),
    ${cited},
    check ((kind in ('absolute', 'relative')) = (value is not null)),
    check (kind <> 'relative' or unit in ('percent', 'percentagePoint'))
  )`)

  await create(`create table indicators.period_rule (
    municipality_id uuid not null,
    target_set_id uuid not null,
    period text not null,
    target_year integer not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, target_set_id, period),
    foreign key (municipality_id, target_set_id) references indicators.target_set (municipality_id, id)
  )`)
  await create(
    `comment on table indicators.period_rule is 'Which target year the result of a period answers'`,
  )

  for (const table of [
    'source_document',
    'dimension_value',
    'indicator',
    'methodology',
    'series',
    'target_set',
    'baseline',
    'period_rule',
  ]) {
    await protectTenantTable(db, `indicators.${table}`)
  }
  for (const table of ['observation', 'target']) {
    await protectTenantTable(db, `indicators.${table}`, 'append')
  }
}
