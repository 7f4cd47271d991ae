import { type Kysely, sql } from 'kysely'
import { APPENDED_COLUMNS, CHANGING_COLUMNS } from '#platform/database/row-kinds.server.ts'
import { createModuleSchema, protectTenantTable } from '#platform/database/tenant-table.server.ts'

const cited = `
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)`

const ofSurvey = `foreign key (municipality_id, survey_id) references surveys.survey (municipality_id, id)`

export async function up(db: Kysely<unknown>) {
  await createModuleSchema(db, 'surveys')
  const create = (statement: string) => sql.raw(statement).execute(db)

  await create(`create table surveys.survey (
    municipality_id uuid not null references registry.municipality (id),
    id uuid not null,
    key text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    question_lv text,
    question_en text,
    period text not null,
    answer_scale_lv text,
    answer_scale_en text,
    claimed_representative boolean,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, key),
    ${cited}
  )`)

  await create(`create table surveys.survey_group (
    municipality_id uuid not null,
    survey_id uuid not null,
    code text not null,
    position integer not null,
    label_lv text not null,
    label_en text not null,
    respondents integer not null check (respondents > 0),
    response_share numeric check (response_share between 0 and 100),
    response_share_decimals integer not null default 0,
    population integer check (population >= respondents),
    ${CHANGING_COLUMNS},
    primary key (municipality_id, survey_id, code),
    ${ofSurvey},
    ${cited}
  )`)
  await create(
    `comment on column surveys.survey_group.response_share is 'Per cent of the target group that answered, as printed'`,
  )

  await create(`create table surveys.item (
    municipality_id uuid not null,
    survey_id uuid not null,
    code text not null,
    position integer not null,
    goal text,
    title_lv text not null,
    title_en text not null,
    printed_mean numeric,
    printed_mean_decimals integer not null default 0,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, survey_id, code),
    ${ofSurvey},
    ${cited}
  )`)

  await create(`create table surveys.result (
    municipality_id uuid not null,
    survey_id uuid not null,
    survey_group text not null,
    item text not null,
    share numeric check (share between 0 and 100),
    decimals integer not null default 0,
    missing text,
    ${APPENDED_COLUMNS},
    primary key (municipality_id, survey_id, survey_group, item, revision),
    foreign key (municipality_id, survey_id, survey_group) references surveys.survey_group (municipality_id, survey_id, code),
    foreign key (municipality_id, survey_id, item) references surveys.item (municipality_id, survey_id, code),
    check ((share is null) <> (missing is null)),
    ${cited}
  )`)
  await create(
    `comment on table surveys.result is 'Share of positive answers of a group to an item; append-only, the highest revision is current'`,
  )

  await create(`create table surveys.printed_mean (
    municipality_id uuid not null,
    survey_id uuid not null,
    survey_group text not null,
    scope text not null,
    printed_mean numeric not null,
    decimals integer not null default 0,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, survey_id, survey_group, scope),
    foreign key (municipality_id, survey_id, survey_group) references surveys.survey_group (municipality_id, survey_id, code),
    ${cited}
  )`)

  for (const table of ['survey', 'survey_group', 'item', 'printed_mean']) {
    await protectTenantTable(db, `surveys.${table}`)
  }
  await protectTenantTable(db, 'surveys.result', 'append')
}
