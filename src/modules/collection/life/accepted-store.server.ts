import { sql } from 'kysely'
import type { Db } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { ElementDefinition } from '../definition.ts'
import type { Answer, CallElement } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { answerOf } from './answer-row.ts'

type Own = Db<CollectionTables>

/** A call of a period, with those of its elements that matter. */
export type AskingCall = {
  id: string
  key: string
  title: LocalText
  period: string
  elements: readonly CallElement[]
}

/** Open calls of a period that ask some of the elements, with these elements as each asks them. One statement. */
export async function findAskingCalls(
  db: Own,
  municipalityId: string,
  period: string,
  elementKeys: readonly string[],
): Promise<AskingCall[]> {
  const rows = await db
    .selectFrom('collection.data_call as c')
    .innerJoin('collection.call_element as e', (join) =>
      join.onRef('e.municipality_id', '=', 'c.municipality_id').onRef('e.call_id', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.key',
      'c.title_lv',
      'c.title_en',
      'e.element_id',
      'e.position',
      'e.is_required',
      'e.definition',
    ])
    .where('c.municipality_id', '=', municipalityId)
    .where('c.period', '=', period)
    .where('c.state', '=', 'open')
    .where('c.withdrawn_at', 'is', null)
    .where('e.withdrawn_at', 'is', null)
    .where(sql<boolean>`e.definition ->> 'key' = any(${elementKeys}::text[])`)
    .orderBy('c.key')
    .orderBy('e.position')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    key: own[0]?.key ?? '',
    title: { lv: own[0]?.title_lv ?? '', en: own[0]?.title_en ?? '' },
    period,
    elements: own.map((row) => ({
      ...ElementDefinition.parse(row.definition),
      elementId: row.element_id,
      position: row.position,
      section: null,
      isRequired: row.is_required,
      reuse: null,
    })),
  }))
}

/** An institution that is asked by a call, and which of its versions stands. */
export type Standing = {
  submissionId: string
  callId: string
  institutionId: string
  /** The version that was accepted last; null while none was. It stands until another is accepted. */
  accepted: number | null
  /** Which decision that was, to tell which of two was accepted later. */
  acceptedAt: Date | null
  /** Whether it was given back for mending since. */
  isBeingMended: boolean
}

/** Everybody that some calls ask and that is not excused. One statement. */
export async function findStandings(
  db: Own,
  municipalityId: string,
  callIds: readonly string[],
): Promise<Standing[]> {
  if (callIds.length === 0) return []
  const last = sql`from collection.decision d where d.municipality_id = s.municipality_id and d.submission_id = s.id`
  const rows = await db
    .selectFrom('collection.submission as s')
    .select(['s.id', 's.call_id', 's.institution_id'])
    .select([
      sql<
        number | null
      >`(select d.version ${last} and d.kind = 'accepted' order by d.number desc limit 1)`.as('accepted'),
      sql<Date | null>`(select d.at ${last} and d.kind = 'accepted' order by d.number desc limit 1)`.as('at'),
      sql<string | null>`(select d.kind ${last} order by d.number desc limit 1)`.as('decided'),
    ])
    .where('s.municipality_id', '=', municipalityId)
    .where('s.call_id', 'in', callIds)
    .where('s.excused_reason', 'is', null)
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    submissionId: row.id,
    callId: row.call_id,
    institutionId: row.institution_id,
    accepted: row.accepted,
    acceptedAt: row.at,
    isBeingMended: row.accepted !== null && row.decided !== 'accepted',
  }))
}

/** What stands in some elements of accepted versions, by submission. One statement. */
export async function findAcceptedValues(
  db: Own,
  municipalityId: string,
  standings: readonly Pick<Standing, 'submissionId' | 'accepted'>[],
  elementIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Answer>>> {
  const accepted = standings.filter((one) => one.accepted !== null)
  if (accepted.length === 0) return new Map()
  const rows = await db
    .selectFrom('collection.submission_value as v')
    .innerJoin(
      sql<{ submission_id: string; version: number }>`(select * from unnest(
        ${accepted.map((one) => one.submissionId)}::uuid[],
        ${accepted.map((one) => one.accepted)}::integer[]))`.as<'a'>(sql`a(submission_id, version)`),
      (join) => join.onRef('a.submission_id', '=', 'v.submission_id').onRef('a.version', '=', 'v.version'),
    )
    .selectAll('v')
    .where('v.municipality_id', '=', municipalityId)
    .where(sql<boolean>`v.element_id = any(${elementIds}::uuid[])`)
    .execute()
  const bySubmission = Map.groupBy(rows, (row) => row.submission_id)
  return new Map(
    [...bySubmission].map(([id, own]) => [id, new Map(own.map((row) => [row.field, answerOf(row)]))]),
  )
}

/** Periods of open calls that ask some of the elements and of which something was accepted. One statement. */
export async function findAcceptedPeriods(
  db: Own,
  municipalityId: string,
  elementKeys: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('collection.data_call as c')
    .select('c.period')
    .distinct()
    .where('c.municipality_id', '=', municipalityId)
    .where('c.state', '=', 'open')
    .where('c.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`exists (select from collection.call_element e where e.municipality_id = c.municipality_id
        and e.call_id = c.id and e.definition ->> 'key' = any(${elementKeys}::text[]))`,
    )
    .where(
      sql<boolean>`exists (select from collection.submission s join collection.decision d
        on d.municipality_id = s.municipality_id and d.submission_id = s.id
        where s.municipality_id = c.municipality_id and s.call_id = c.id and d.kind = 'accepted')`,
    )
    .orderBy('c.period')
    .execute()
  return rows.map(({ period }) => period)
}
