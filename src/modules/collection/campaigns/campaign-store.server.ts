import type { Db } from '#platform/database/types.server.ts'
import { answerOf } from '../life/answer-row.ts'
import type { Answer, Answers, Option } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { WORK_STATES, type WorkState } from './works.ts'
import type { WorksResult, WorkTotal } from './works-result.ts'

type Own = Db<CollectionTables>

/** What tells rows of published lists of works apart. */
export const PUBLISHED = { table: 'collection.campaign_result', key: ['call_id', 'work'] } as const

/** A result as its table has it: a row for each work. */
export const publishedRows = (callId: string, { totals, answered, asked }: WorksResult, asOf: Date) =>
  totals.map(({ work, states, unsaid, cost, costed }) => ({
    call_id: callId,
    work: work.key,
    ...states,
    unsaid,
    cost,
    costed,
    answered,
    asked,
    as_of: asOf,
  }))

/** A list of works as it was published, and when it was counted. */
export type PublishedWorks = WorksResult & { asOf: Date }

/** Published lists by their calls' ids. One statement, which everybody may ask. */
export async function findPublishedWorks(
  db: Own,
  municipalityId: string,
): Promise<Map<string, (works: readonly Option[]) => PublishedWorks>> {
  const rows = await db
    .selectFrom('collection.campaign_result')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ call_id }) => call_id)].map(([id, own]) => [id, (works) => asWorks(own, works)]),
  )
}

function asWorks(rows: readonly CollectionTables['collection.campaign_result'][], works: readonly Option[]) {
  const totals = works.flatMap((work): WorkTotal[] => {
    const row = rows.find((one) => one.work === work.key)
    if (!row) return []
    const states = Object.fromEntries(WORK_STATES.map((state) => [state, row[state]])) as Record<
      WorkState,
      number
    >
    return [{ work, states, unsaid: row.unsaid, cost: row.cost, costed: row.costed }]
  })
  const [first] = rows
  if (!first) throw new RangeError('asWorks: nothing was published')
  const cost = Math.round(rows.reduce((cents, row) => cents + row.cost * 100, 0)) / 100
  return { totals, answered: first.answered, asked: first.asked, cost, asOf: first.as_of }
}

/** What some submissions have handed in, in the versions given, by submission. One statement. */
export async function findHandedIn(
  db: Own,
  municipalityId: string,
  versions: ReadonlyMap<string, number>,
): Promise<Map<string, Answers>> {
  if (versions.size === 0) return new Map()
  const rows = await db
    .selectFrom('collection.submission_value as v')
    .selectAll('v')
    .where('v.municipality_id', '=', municipalityId)
    .where('v.submission_id', 'in', [...versions.keys()])
    .execute()
  const found = new Map([...versions.keys()].map((id) => [id, new Map<string, Answer>()]))
  for (const row of rows)
    if (versions.get(row.submission_id) === row.version)
      found.get(row.submission_id)?.set(row.field, answerOf(row))
  return found
}
