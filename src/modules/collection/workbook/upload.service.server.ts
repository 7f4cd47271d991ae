import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { demand, type User } from '#platform/users.ts'
import type { Asked } from '../form/asked.server.ts'
import { draftOf } from '../form/draft.ts'
import { appendEdit } from '../form/edit.service.server.ts'
import type { ReadDraft } from '../form/read-draft.server.ts'
import { type Entry, inputsOfForm, readEntry } from '../form/read-entry.ts'
import { readCheckContext } from '../life/check-context.server.ts'
import { insertAttempt } from '../life/handing-in-store.server.ts'
import type { CellProblem } from './cell-problem.ts'
import { type Comparison, compare } from './compare.ts'
import { stampOf } from './form-file.server.ts'
import { readFormWorkbook } from './read-form.server.ts'
import type { Words } from './words.ts'

/** What an uploaded workbook would do. */
export type LookedAt =
  | { refused: Complaint }
  | ({
      problems: readonly CellProblem[]
      notes: readonly Complaint[]
      /** Where each input stands in the workbook. */
      cells: ReadonlyMap<string, string>
      /** The form as it would be, where only what both have changed stays as it is. */
      entry: Entry
      /** Number of the newest edit that it was compared with. */
      number: number
    } & Comparison)

type Looking = { asked: Asked; draft: ReadDraft; bytes: Uint8Array; words: Words; once: string }

/**
 * Looks at an uploaded workbook: what is wrong with it cell by cell, what it would change, and what the checks would
 * say. Nothing is taken over by it. One that cannot be read is noted, so that the owner of the call can help.
 *
 * @throws Refused when the user does not answer for the institution
 */
export async function lookAtWorkbook(
  db: Database,
  user: User,
  { asked, draft, bytes, words, once }: Looking,
): Promise<LookedAt> {
  const { municipalityId, institution } = asked
  demand(user, 'collection.answer', { municipalityId, institutionId: institution.id })
  const { edit: newestEdit, ...stamp } = stampOf(asked, draft)
  const read = await readFormWorkbook(bytes, draft.form, { ...stamp, newestEdit }, words)
  if ('refused' in read) {
    await noteAttempt(db, user, asked, { id: once, hard: 0, soft: 0, unreadable: 1 })
    return read
  }
  const now = draftOf(draft.ground)
  const before = draftOf(draft.ground, read.stamp.edit)
  const wrong = new Set(read.problems.map(({ cell }) => cell))
  const mine = Object.fromEntries(
    Object.entries(read.typed).filter(([input]) => !wrong.has(read.cells.get(input) ?? '')),
  )
  const compared = compare(draft.form, { before, now, mine })
  const taken = Object.fromEntries(compared.changes.map(({ input, mine }) => [input, mine]))
  const context = await readAs(db, user, (tx) => readCheckContext(tx, asked, draft.form), { municipalityId })
  const entry = readEntry(draft.form, { ...now, ...taken }, context)
  if (read.problems.length > 0)
    await noteAttempt(db, user, asked, {
      id: once,
      hard: entry.hard.length,
      soft: entry.soft.length,
      unreadable: read.problems.length,
    })
  return {
    ...compared,
    problems: read.problems,
    notes: read.notes,
    cells: read.cells,
    entry,
    number: newestEdit,
  }
}

type Attempt = { id: string; hard: number; soft: number; unreadable: number }

/** Sent twice, it is noted once. */
const noteAttempt = (db: Database, user: User, asked: Asked, attempt: Attempt) =>
  writeAs(
    db,
    user,
    (tx) =>
      insertAttempt(
        tx,
        {
          municipalityId: asked.municipalityId,
          institutionId: asked.institution.id,
          submissionId: asked.submission.id,
        },
        { ...attempt, way: 'workbook', account_id: user.id },
      ),
    { municipalityId: asked.municipalityId },
  )

/**
 * Takes over what a workbook says into the draft. Nothing is handed in by it.
 *
 * @param base number of the newest edit that its sender has seen: what others typed after it is not written over
 * @throws Refused when the user does not answer for the institution, or nothing is taken now
 */
export async function takeOverWorkbook(
  db: Database,
  user: User,
  { asked, draft }: Pick<Looking, 'asked' | 'draft'>,
  { once, base, fields }: { once: string; base: number; fields: Readonly<Record<string, string>> },
) {
  const inputs = inputsOfForm(draft.form)
  const own = Object.fromEntries(Object.entries(fields).filter(([input]) => inputs.has(input)))
  return appendEdit(db, user, asked, { id: once, client: once, seq: 1, base, fields: own })
}
