import { finishTasks, giveTask } from '#modules/work.server'
import { rehearse } from '#platform/database/rehearse.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { type Meanwhile, saveDraftDataset } from '#platform/draft-dataset/service.server.ts'
import type { DraftDataset } from '#platform/draft-dataset/store.server.ts'
import { refuse } from '#platform/refuse.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { demand, operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { importFolder } from '../import.server.ts'
import { withDraftFolder } from './draft-folder.server.ts'

type Place = { municipalityId: string }

/**
 * Shows what the public pages would be if the draft were published: it is loaded, everything is worked out from it,
 * and all of that is undone when the work has looked at it.
 *
 * @throws ImportRefused with what loading complains about
 */
export const previewDraft = <Result>(
  db: Database,
  draft: DraftDataset,
  { municipalityId }: Place,
  work: (shown: Database) => Promise<Result>,
): Promise<Result> =>
  rehearse(db, async (shown) => {
    await withDraftFolder(draft.files, (folder) =>
      importFolder(shown, folder, { by: operator(municipalityId) }),
    )
    return work(shown)
  })

/** What those are asked who may publish. */
const TASK = 'draft.publish'

/**
 * Asks that a second person publish the draft: everybody else who may gets a task.
 *
 * @param asked the words of the task, and where it is done
 * @returns how many were asked; 0 says that somebody must be invited first
 */
export async function askToPublish(
  db: Database,
  user: User,
  { municipalityId }: Place,
  draft: DraftDataset,
  asked: { subject: string; address: string },
): Promise<{ others: number } | Meanwhile> {
  const others = (await findAccountsWith(db, municipalityId, 'platform.draft.publish')).filter(
    (accountId) => accountId !== user.id,
  )
  const request = { files: draft.files, state: 'asked', askedBy: user.id } as const
  const saved = await saveDraftDataset(db, user, municipalityId, request, draft.version)
  if ('meanwhile' in saved) return saved
  for (const accountId of others) {
    await giveTask(db, operator(municipalityId), {
      municipalityId,
      accountId,
      kind: TASK,
      dueOn: null,
      ...asked,
    })
  }
  return { others: others.length }
}

/**
 * Publishes a draft that somebody else has asked to be published: loads it in the name of who publishes.
 *
 * @throws ImportRefused with what loading complains about, before anything is written
 * @throws Refused (403) when nobody has asked, or who asks and who publishes are one
 */
export async function publishDraft(
  db: Database,
  user: User,
  { municipalityId }: Place,
  draft: DraftDataset,
): Promise<void> {
  demand(user, 'platform.draft.publish', { municipalityId })
  if (draft.state !== 'asked') refuse(403, 'app.firstPlan.publish.notAsked')
  if (draft.askedBy === user.id) refuse(403, 'app.firstPlan.publish.own')
  await withDraftFolder(draft.files, (folder) => importFolder(db, folder, { by: user }))
  // Loading twice changes nothing, so whoever was interrupted here may press the button again.
  await saveDraftDataset(db, user, municipalityId, { ...draft, state: 'published' }, draft.version)
  const done = {
    stream: 'messages',
    origin: 'form',
    isPublic: false,
    action: 'task.done',
    subject: TASK,
  } as const
  await inChange(db, operator(municipalityId), { ...done, municipalityId, at: new Date() }, (tx, change) =>
    finishTasks(tx, change, municipalityId, TASK),
  )
}
