import { type Kysely, sql } from 'kysely'
import { APPENDED_COLUMNS, CHANGING_COLUMNS } from '#platform/database/row-kinds.server.ts'
import { createModuleSchema, protectTenantTable } from '#platform/database/tenant-table.server.ts'

const cited = `
  source_id uuid,
  locator text,
  foreign key (municipality_id, source_id) references indicators.source_document (municipality_id, id)`

const ofStrategy = `
  foreign key (municipality_id, strategy_id) references strategy.strategy (municipality_id, id)`

export async function up(db: Kysely<unknown>) {
  await createModuleSchema(db, 'strategy')
  const create = (statement: string) => sql.raw(statement).execute(db)

  await create(`create table strategy.strategy (
    municipality_id uuid not null references registry.municipality (id),
    id uuid not null,
    key text not null,
    title_lv text not null,
    title_en text not null,
    version text not null check (version in ('draft', 'adopted', 'amended', 'superseded')),
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    decision_number text,
    decision_minutes text,
    decided_on date,
    vision_lv text,
    vision_en text,
    mission_lv text,
    mission_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, id),
    unique (municipality_id, key),
    ${cited}
  )`)
  await create(
    `comment on column strategy.strategy.key is 'Public id, also the key of its target set in indicators'`,
  )

  await create(`create table strategy.value (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    meaning_lv text,
    meaning_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    ${ofStrategy},
    ${cited}
  )`)

  await create(`create table strategy.goal (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    aim_lv text,
    aim_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    ${ofStrategy},
    ${cited}
  )`)

  await create(`create table strategy.direction (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    goal text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
    ${cited}
  )`)

  await create(`create table strategy.action (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    direction text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    deliverable_lv text,
    deliverable_en text,
    responsible text,
    involved text,
    funding text,
    starts_on date,
    due_on date,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    foreign key (municipality_id, strategy_id, direction)
      references strategy.direction (municipality_id, strategy_id, code),
    ${cited}
  )`)

  await create(`create table strategy.action_status (
    municipality_id uuid not null,
    strategy_id uuid not null,
    action text not null,
    as_of text not null,
    status text not null check (status in ('implemented', 'inProgress', 'partial', 'deferred', 'notStarted')),
    comment_lv text,
    comment_en text,
    decided_by_lv text,
    decided_by_en text,
    evidence_lv text,
    evidence_en text,
    ${APPENDED_COLUMNS},
    primary key (municipality_id, strategy_id, action, as_of, revision),
    foreign key (municipality_id, strategy_id, action) references strategy.action (municipality_id, strategy_id, code),
    ${cited}
  )`)
  await create(
    `comment on table strategy.action_status is 'Append-only: the highest revision of an action and period is current'`,
  )

  await create(`create table strategy.programme (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    state text not null check (state in ('written', 'planned')),
    promised_by text,
    starts_on date,
    ends_on date,
    aim_lv text,
    aim_en text,
    progress_lv text,
    progress_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    foreign key (municipality_id, strategy_id, promised_by)
      references strategy.action (municipality_id, strategy_id, code),
    ${ofStrategy},
    ${cited}
  )`)
  await create(
    `comment on column strategy.programme.state is 'planned: promised by an action and not written yet'`,
  )

  await create(`create table strategy.programme_direction (
    municipality_id uuid not null,
    strategy_id uuid not null,
    programme text not null,
    direction text not null,
    link text not null check (link in ('yes', 'no', 'unknown')),
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, programme, direction),
    foreign key (municipality_id, strategy_id, programme) references strategy.programme (municipality_id, strategy_id, code),
    foreign key (municipality_id, strategy_id, direction) references strategy.direction (municipality_id, strategy_id, code),
    ${cited}
  )`)

  await create(`create table strategy.external_factor (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    effect_lv text,
    effect_en text,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    ${ofStrategy},
    ${cited}
  )`)

  await create(`create table strategy.recommendation (
    municipality_id uuid not null,
    strategy_id uuid not null,
    code text not null,
    position integer not null,
    title_lv text not null,
    title_en text not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, code),
    ${ofStrategy},
    ${cited}
  )`)

  await create(`create table strategy.goal_indicator (
    municipality_id uuid not null,
    strategy_id uuid not null,
    indicator_id uuid not null,
    goal text not null,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, indicator_id),
    foreign key (municipality_id, strategy_id, goal) references strategy.goal (municipality_id, strategy_id, code),
    foreign key (municipality_id, indicator_id) references indicators.indicator (municipality_id, id)
  )`)

  await create(`create table strategy.claim (
    municipality_id uuid not null,
    strategy_id uuid not null,
    key text not null,
    kind text not null check (kind in ('trend', 'count', 'sum', 'order')),
    text_lv text not null,
    text_en text not null,
    subjects jsonb not null,
    filter jsonb not null,
    total text,
    direction text check (direction in ('up', 'down', 'same', 'before', 'after')),
    from_period text,
    to_period text,
    value numeric,
    share numeric,
    date date,
    ${CHANGING_COLUMNS},
    primary key (municipality_id, strategy_id, key),
    ${ofStrategy},
    ${cited}
  )`)
  await create(
    `comment on table strategy.claim is 'What a document says in words, as data, so that the tables can answer it'`,
  )

  for (const table of [
    'strategy',
    'value',
    'goal',
    'direction',
    'action',
    'programme',
    'programme_direction',
    'external_factor',
    'recommendation',
    'goal_indicator',
    'claim',
  ]) {
    await protectTenantTable(db, `strategy.${table}`)
  }
  await protectTenantTable(db, 'strategy.action_status', 'append')
}
