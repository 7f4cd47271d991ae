import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import type { Delivery } from './answer.ts'
import type { AnswerTables } from './answer-tables.server.ts'
import { REPORT_STATES, type Report, type ReportState } from './report.ts'
import type { ReportTables } from './report-store.server.ts'

type Own = Db<ReportTables & AnswerTables>

/** A message as who answers it works on it. */
export type Message = Report & {
  version: number
  accountId: string | null
  closeReason: string | null
  answer: { content: string; delivery: Delivery; at: Date } | null
}

type Row = {
  id: string
  sent_at: string
  kind: Report['kind']
  state: ReportState
  address: string | null
  about: string | null
  content: string
  language: 'lv' | 'en'
  contact: string | null
  revision: number
  account_id: string | null
  close_reason: string | null
  answer: string | null
  delivery: Delivery | null
  answered_at: string | null
}

/** Which messages of a municipality, or of the country. */
export type MessageFilter = { state?: ReportState | undefined; id?: string; accountId?: string | undefined }

/** Messages, the newest first, with contacts where they may be seen. One statement. */
export async function findMessages(
  db: Own,
  municipalityId: string,
  { state, id, accountId }: MessageFilter,
  { from, most }: { from: number; most: number },
): Promise<Message[]> {
  const rows = await readSql(
    db,
    sql<Row>`select r.id, r.sent_at, r.kind, r.state, r.address, r.about, r.content, r.language, c.contact, r.revision,
        r.account_id, r.close_reason, a.content as answer, a.delivery, a.changed_at as answered_at
      from work.report r
      left join identity.report_contact c on c.municipality_id = r.municipality_id and c.report_id = r.id
      left join work.answer a on a.municipality_id = r.municipality_id and a.report_id = r.id
      where r.municipality_id = ${municipalityId}
        and (${state ?? null}::text is null or r.state = ${state ?? null})
        and (${id ?? null}::uuid is null or r.id = ${id ?? null})
        and (${accountId ?? null}::text is null or r.account_id = ${accountId ?? null})
      order by r.sent_at desc, r.id desc offset ${from} limit ${most}`,
  )
  return rows.map(asMessage)
}

/** One message; undefined where there is none that the reader may see. One statement. */
export async function findMessage(db: Own, municipalityId: string, id: string): Promise<Message | undefined> {
  const [message] = await findMessages(db, municipalityId, { id }, { from: 0, most: 1 })
  return message
}

/** How many messages there are in each state. One statement. */
export async function countMessages(db: Own, municipalityId: string): Promise<Record<ReportState, number>> {
  const rows = await db
    .selectFrom('work.report')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .where('municipality_id', '=', municipalityId)
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map(({ state, count }) => [state, count]))
  return Object.fromEntries(REPORT_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    ReportState,
    number
  >
}

/** New messages, those of which the answer could not be sent, and those given to an account, by whose they are. */
export async function countWaitingMessages(db: Own, accountId: string) {
  const rows = await db
    .selectFrom('work.report as r')
    .leftJoin('work.answer as a', (join) =>
      join.onRef('a.municipality_id', '=', 'r.municipality_id').onRef('a.report_id', '=', 'r.id'),
    )
    .select('r.municipality_id')
    .select(sql<number>`count(*) filter (where r.state = 'new')::int`.as('fresh'))
    .select(
      sql<number>`count(*) filter (where r.state = 'assigned' and r.account_id = ${accountId})::int`.as(
        'mine',
      ),
    )
    .select(sql<number>`count(*) filter (where a.delivery = 'failed')::int`.as('failed'))
    .where((row) => row.or([row('r.state', 'in', ['new', 'assigned']), row('a.delivery', '=', 'failed')]))
    .groupBy('r.municipality_id')
    .orderBy('r.municipality_id')
    .execute()
  return rows
}

type Move = { id: string; version: number } & (
  | { state: 'assigned'; account_id: string }
  | { state: 'answered' }
  | { state: 'closed'; close_reason: string }
)

/** Changes the state of a message that is as the writer saw it. @returns false when somebody else has moved it */
export async function moveMessage(db: Own, change: Change, { id, version, ...move }: Move): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('work.report')
    .set({ ...move, revision: version + 1, change_id: change.id })
    .where('municipality_id', '=', change.municipalityId)
    .where('id', '=', id)
    .where('revision', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function asMessage(row: Row): Message {
  const { id, sent_at, kind, state, address, about, content, language, contact } = row
  return {
    id,
    sentAt: new Date(sent_at),
    kind,
    state,
    place: address === null ? null : { address, title: about ?? address },
    content,
    language,
    contact,
    version: row.revision,
    accountId: row.account_id,
    closeReason: row.close_reason,
    answer:
      row.answer === null || row.delivery === null || row.answered_at === null
        ? null
        : { content: row.answer, delivery: row.delivery, at: new Date(row.answered_at) },
  }
}
