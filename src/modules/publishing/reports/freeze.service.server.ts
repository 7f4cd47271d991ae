import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { assemble } from './assemble.server.ts'
import { findAnswers, findCommentary } from './commentary-store.server.ts'
import { findFrozenReport, findNextNumber, insertFrozen } from './frozen-store.server.ts'
import type { BothLanguages } from './model.ts'
import { demandReport, intentOf } from './report.service.server.ts'
import { writePublicly } from './written.server.ts'

type Asked = { municipalityId: string; key: string }

/** What freezing would keep, and a mark by which it is known again. */
export async function previewFrozen(db: Database, user: User, { municipalityId, key }: Asked) {
  demand(user, 'publishing.report.freeze', { municipalityId })
  const { draft, brought } = await readAs(
    db,
    user,
    async (tx) => {
      const draft = await demandReport(tx, municipalityId, key)
      return { draft, brought: await readBrought(tx, municipalityId, draft.id) }
    },
    { municipalityId },
  )
  const written = await writePublicly(db, municipalityId, draft)
  const { report, unwritten } = assemble(written.report, brought, { isFrozen: true })
  return { draft, written, content: report, unwritten, mark: markOf(report) }
}

/**
 * Keeps a report for good, under the next number. What has changed since it was looked at is not kept unseen; what is
 * kept already under the newest number, for the same readers, is not kept again.
 *
 * @param seen mark of what was looked at
 * @returns the number, or nothing where it is another by now
 */
export async function freezeReport(
  db: Database,
  user: User,
  { municipalityId, key }: Asked,
  { isPublic, seen }: { isPublic: boolean; seen: string },
  now = new Date(),
): Promise<number | undefined> {
  const { draft, written, content, mark } = await previewFrozen(db, user, { municipalityId, key })
  if (mark !== seen) return undefined
  const work = async (tx: DatabaseTransaction, change: Change) => {
    await oneAtATime(tx, `frozen ${municipalityId} ${key}`)
    const newest = await findFrozenReport(tx, municipalityId, { key })
    if (newest?.isPublic === isPublic && isDeepStrictEqual(newest.content, asKept(content)))
      return newest.number
    const number = await findNextNumber(tx, municipalityId, draft.id)
    await insertFrozen(tx, municipalityId, change.id, {
      reportId: draft.id,
      key,
      number,
      kind: draft.kind,
      strategy: draft.strategy,
      institutionId: draft.institutionId,
      since: draft.since,
      content,
      dataVersion: written.dataVersion,
      dataAt: written.dataAt,
      frozenAt: now,
      frozenBy: user.id,
      isPublic,
    })
    change.counts.added += 1
    return number
  }
  const intent = {
    ...intentOf(municipalityId, key),
    action: isPublic ? 'publishing.published' : 'publishing.frozen',
  }
  const { result } = await inChange(
    db,
    user,
    isPublic ? { ...intent, stream: 'plan', isPublic } : intent,
    work,
    { municipalityId },
  )
  return result
}

/** What people brought to a report. Two statements. */
export const readBrought = async (tx: DatabaseTransaction, municipalityId: string, reportId: string) => ({
  commentary: await findCommentary(tx, municipalityId, reportId),
  answers: await findAnswers(tx, municipalityId, reportId),
})

/** As it comes back from the database: without what is undefined. */
const asKept = (content: BothLanguages): unknown => JSON.parse(JSON.stringify(content))

const markOf = (content: BothLanguages) =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
