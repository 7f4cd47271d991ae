import { oneAtATime } from '../database/one-at-a-time.server.ts'
import { readAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { demand, type User } from '../users.ts'
import { inChange } from '../write/change.server.ts'
import { ChangedMeanwhile, revise } from '../write/revise.server.ts'
import { type DraftDataset, FIRST_PLAN, findDraftDataset } from './store.server.ts'

/** Somebody else has saved the draft since it was read. */
export type Meanwhile = { meanwhile: DraftDataset }

/**
 * Saves a municipality's draft, when it still is as it was read.
 *
 * @param seen version of the draft that the change was made of
 * @returns the new version, or the draft as somebody else has saved it
 */
export async function saveDraftDataset(
  db: Database,
  user: User,
  municipalityId: string,
  draft: Omit<DraftDataset, 'version'>,
  seen: number,
): Promise<{ version: number } | Meanwhile> {
  demand(user, draft.state === 'published' ? 'platform.draft.publish' : 'platform.draft.edit', {
    municipalityId,
  })
  const what = { stream: 'drafts', origin: 'form', action: `draft.${draft.state}`, isPublic: false } as const
  const intent = { ...what, municipalityId, subject: FIRST_PLAN, at: new Date() }
  const saving = inChange(db, user, intent, async (tx, change): Promise<{ version: number } | Meanwhile> => {
    // What was read must still be so when it is written.
    await oneAtATime(tx, `draft dataset ${municipalityId}`)
    const current = await findDraftDataset(tx, municipalityId)
    if (current.version !== seen) return { meanwhile: current }
    const row = { dataset: FIRST_PLAN, files: draft.files, state: draft.state, asked_by: draft.askedBy }
    await revise(tx, change, { table: 'platform.draft_dataset', key: ['dataset'] }, [row])
    return { version: change.counts.added + change.counts.changed > 0 ? seen + 1 : seen }
  })
  try {
    return (await saving).result
  } catch (error) {
    // Two have begun at the very same moment: the other was first.
    if (!(error instanceof ChangedMeanwhile) && (error as { code?: string }).code !== TAKEN) throw error
    return { meanwhile: await readAs(db, user, (tx) => findDraftDataset(tx, municipalityId)) }
  }
}

const TAKEN = '23505'
