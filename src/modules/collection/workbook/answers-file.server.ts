import { type CellValue, writeXlsxStream } from 'hucre'
import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import { writeCsv } from '#platform/csv.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { withoutEscapes } from '#platform/workbook/write-workbook.server.ts'
import { findCall, findCallForm } from '../calls/call-store.server.ts'
import { findSubmissionsOf } from '../life/submission-store.server.ts'
import type { DataCall } from '../model.ts'
import { ANSWER_COLUMNS, type AnswerCell, answerRows } from './answer-rows.ts'
import { findLastAnswers } from './answers-store.server.ts'
import type { Words } from './words.ts'

/** So many institutions are read at once, so that a large municipality does not fill the memory. */
const AT_ONCE = 50

/** All answers to a call: the call, and rows that are read as they are asked for. */
export type AllAnswers = { call: DataCall; rows: AsyncGenerator<AnswerCell[]> }

/**
 * All answers to a call as they were handed in last, institution by institution in the order of their keys.
 *
 * @throws Refused when the user does not read what all institutions hand in, there is no such call, or it is a poll that
 * has not closed: until then nobody sees how others answer
 */
export async function readAllAnswers(
  db: Database,
  user: User,
  { municipalityId, call: key, words }: { municipalityId: string; call: string; words: Words },
): Promise<AllAnswers> {
  demand(user, 'collection.read', { municipalityId })
  const within = { municipalityId }
  const read = await readAs(
    db,
    user,
    async (tx) => {
      const call = await findCall(tx, municipalityId, key)
      if (!call) return undefined
      const submissions = await findSubmissionsOf(tx, municipalityId, call.id)
      const ids = submissions.map(({ institutionId }) => institutionId)
      const institutions = await findInstitutions(tx, municipalityId, { ids })
      return { call, form: await findCallForm(tx, municipalityId, call.id), submissions, institutions }
    },
    within,
  )
  const { call, form, submissions, institutions } = read ?? refuse(404, 'collection.notFound')
  if (call.kind === 'poll' && new Date() < call.dueAt) refuse(403, 'collection.answers.pollOpen')
  const asked = institutions.flatMap((institution) => {
    const submission = submissions.find(({ institutionId }) => institutionId === institution.id)
    if (!submission) return []
    const { name } = institutionNear(institution, submission.askedOn)
    return [{ submission, institution: { key: institution.key, name } }]
  })
  async function* rows() {
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const some = asked.slice(from, from + AT_ONCE)
      const ids = some.map(({ submission }) => submission.id)
      const answers = await readAs(db, user, (tx) => findLastAnswers(tx, municipalityId, ids), within)
      for (const one of some)
        yield* answerRows(form, { call, ...one, answers: answers.get(one.submission.id) }, words)
    }
  }
  return { call, rows: rows() }
}

/** Rows as CSV, piece by piece; texts that a spreadsheet would run are disarmed. */
export function answersCsv(rows: AsyncGenerator<AnswerCell[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const heads = writeCsv(ANSWER_COLUMNS, [])
  async function* pieces() {
    yield encoder.encode(heads)
    for await (const row of rows) yield encoder.encode(writeCsv([], [row]).slice(NO_HEADS))
  }
  const all = pieces()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await all.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => all.return(undefined).then(() => undefined),
  })
}

/** The mark and the empty line of headings, which only the beginning has. */
const NO_HEADS = '\uFEFF\r\n'.length

const WIDTHS: Partial<Record<(typeof ANSWER_COLUMNS)[number], number>> = {
  institution_name: 36,
  name: 44,
  text: 40,
  reason: 40,
}
const WIDTH = 16

/** Rows as a workbook, piece by piece, with headings in words. */
export function answersWorkbook(
  rows: AsyncGenerator<AnswerCell[]>,
  { text }: Words,
): ReadableStream<Uint8Array> {
  async function* cells(): AsyncGenerator<CellValue[]> {
    yield ANSWER_COLUMNS.map((column) => text(`collection.answers.column.${column}`))
    for await (const row of rows)
      yield row.map((cell) => (typeof cell === 'string' ? withoutEscapes(cell) : cell))
  }
  return writeXlsxStream(cells(), {
    name: text('collection.answers.tab'),
    columns: ANSWER_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? WIDTH })),
    freezePane: { rows: 1 },
  })
}
