import { notify } from '#modules/work.server'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { callAddress } from '../addresses.ts'
import { closePolls } from '../campaigns/close-polls.job.server.ts'
import { type Givers, readGivers } from '../givers.server.ts'
import type { Reuse } from '../model.ts'
import { askInstitutions } from './ask-institutions.server.ts'
import { CALL_CHECKS, CALL_ELEMENTS, CALLS, callElementRow, callRow, checkRow } from './call-rows.ts'
import { elementRow } from './element-rows.ts'
import { findElements } from './element-store.server.ts'
import { keepAudienceJob } from './keep-audience-job.server.ts'
import { ownText } from './own-text.ts'
import { findAcceptors, type Opening, readOpening } from './read-opening.server.ts'

type Asked = {
  municipalityId: string
  slug: string
  key: string
  /** By element what is offered to be confirmed instead of being asked anew; the others keep what was chosen before. */
  reuse: ReadonlyMap<string, Reuse | null>
}

/**
 * Opens a call: what it asks is frozen and everybody's to read, the institutions that its audience has today are asked
 * and given a task, and whoever answers for the call is told. Opened twice, it is opened once.
 *
 * @returns how many institutions are asked, or everything that stands in the way
 * @throws Refused (403) without the capability; (404) where there is no such call
 */
export async function openCall(
  db: Database,
  user: User,
  asked: Asked,
): Promise<{ asked: number } | { problems: readonly Complaint[] }> {
  const { municipalityId, key } = asked
  demand(user, 'collection.call.edit', { municipalityId })
  const mayAccept = await findAcceptors(db, municipalityId)
  const givers = await readGivers(db, municipalityId)
  const now = new Date()
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: 'call.opened',
    subject: key,
    isPublic: true,
    at: now,
  } as const
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const opening = await readOpening(tx, user, { municipalityId, key, mayAccept, now })
      if (!opening) return refuse(404, 'collection.notFound')
      if (opening.call.state !== 'draft')
        return { problems: [{ reason: 'collection.opening.already' as const }] }
      if (opening.problems.length > 0) return { problems: opening.problems }
      await publish(tx, change, opening, asked.reuse)
      return { asked: await askEverybody(tx, change, { asked, opening, givers }) }
    },
    { municipalityId },
  )
  return result
}

/** Freezes what is asked, and makes it everybody's to read. */
async function publish(
  tx: DatabaseTransaction,
  change: Change,
  { call, form }: Opening,
  reuse: Asked['reuse'],
) {
  const ids = new Set(form.elements.map(({ elementId }) => elementId))
  const elements = (await findElements(tx, change.municipalityId)).filter(({ id }) => ids.has(id))
  await revise(
    tx,
    change,
    { table: 'collection.element', key: ['key'], hasId: true },
    elements.map(elementRow),
  )
  await revise(tx, change, CALLS, [callRow({ ...call, state: 'open' })])
  const asked = form.elements.map((element) => ({
    ...element,
    reuse:
      reuse.get(element.elementId) === undefined ? element.reuse : (reuse.get(element.elementId) ?? null),
  }))
  await revise(
    tx,
    change,
    CALL_ELEMENTS,
    asked.map((element) => callElementRow(call.id, element)),
  )
  await revise(
    tx,
    change,
    CALL_CHECKS,
    form.checks.map((check) => checkRow(call.id, check)),
  )
}

type Asking = { asked: Asked; opening: Opening; givers: Givers }

async function askEverybody(tx: DatabaseTransaction, change: Change, { asked, opening, givers }: Asking) {
  const { municipalityId, slug } = asked
  const { call, audience } = opening
  const institutions = audience.today.asked.map(({ institution }) => institution)
  await askInstitutions(tx, change, { slug, call, institutions, givers })
  const address = callAddress(slug, call.key)
  const told = [call.responsibleId, call.deputyId].flatMap((accountId) =>
    accountId === null
      ? []
      : [
          {
            accountId,
            kind: 'work.news' as const,
            subject: ownText('collection.told.opened', {
              title: call.title.lv,
              day: municipalDay(call.dueAt),
            }),
            address,
          },
        ],
  )
  await notify(tx, change, ...told)
  if (call.kind === 'poll') await enqueue(tx, closePolls, {}, { startAfter: call.dueAt })
  if (call.opensAt > change.at)
    await enqueue(tx, keepAudienceJob, { municipalityId }, { startAfter: call.opensAt })
  return institutions.length
}
