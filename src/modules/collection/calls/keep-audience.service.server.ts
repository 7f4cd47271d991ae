import { heirsOn, type Institution, institutionNear, presenceOn } from '#modules/registry'
import { withdrawTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, operator, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { formAddress } from '../addresses.ts'
import { type Givers, readGivers } from '../givers.server.ts'
import { recompute } from '../life/recompute.service.server.ts'
import { isWithGiver } from '../life/state.ts'
import type { Submission } from '../life/submission.ts'
import { findSubmissionsOf } from '../life/submission-store.server.ts'
import type { DataCall } from '../model.ts'
import { ANSWER_TASK } from './answer-task.ts'
import { askInstitutions } from './ask-institutions.server.ts'
import { askedOn, institutionsById, type Places } from './audience.ts'
import { SUBMISSIONS } from './call-rows.ts'
import { findCalls } from './call-store.server.ts'
import { ownText } from './own-text.ts'
import { readPlaces } from './read-places.server.ts'

type Town = { municipalityId: string; slug: string; now: Date }

/**
 * Brings whom open calls ask in line with the institutions that there are: those that have opened are asked, and so
 * are those that took the place of one that closed, which is excused with the reason unless it has answered. Nothing is
 * ever taken away. Done twice, it changes nothing the second time.
 *
 * @param user the process itself unless somebody else is named
 */
export async function keepAudience(
  db: Database,
  { municipalityId, slug, now }: Town,
  user: User = operator(municipalityId),
) {
  demand(user, 'collection.call.edit', { municipalityId })
  const within = { municipalityId }
  const calls = (await readAs(db, user, (tx) => findCalls(tx, municipalityId), within)).filter(
    ({ state, kind, opensAt, locksAt }) =>
      state === 'open' && kind !== 'poll' && opensAt <= now && now < locksAt,
  )
  if (calls.length === 0) return
  const givers = await readGivers(db, municipalityId)
  for (const call of calls) {
    const intent = {
      municipalityId,
      stream: 'collection',
      origin: 'computation',
      action: 'call.audienceKept',
      subject: call.key,
      isPublic: false,
      at: now,
    } as const
    const keep = (tx: DatabaseTransaction, change: Change) => keepOne(tx, change, { slug, call, givers })
    const { added, changed } = await inChange(db, user, intent, keep, within)
    // Figures say of how many institutions they are.
    if (added + changed > 0) await recompute(db, user, municipalityId, call.id)
  }
}

type One = { slug: string; call: DataCall; givers: Givers }

async function keepOne(tx: DatabaseTransaction, change: Change, { slug, call, givers }: One) {
  const places = await readPlaces(tx, change.municipalityId)
  const submissions = await findSubmissionsOf(tx, change.municipalityId, call.id)
  const day = municipalDay(change.at)
  const { added, closed } = audienceChanges(places, call, { submissions, day })
  await askInstitutions(tx, change, { slug, call, institutions: added, givers })
  await revise(
    tx,
    change,
    SUBMISSIONS,
    closed.map(({ submission, reason }) => ({
      id: submission.id,
      call_id: call.id,
      institution_id: submission.institutionId,
      asked_on: submission.askedOn,
      extended_to: submission.extendedTo,
      excused_reason: reason,
    })),
  )
  const addresses = new Set(closed.map(({ institution }) => formAddress(slug, call.key, institution.key)))
  await withdrawTasks(tx, change, { kind: ANSWER_TASK, addresses })
}

type Standing = { submissions: readonly Submission[]; day: string }

/** Who is to be asked besides those that are, and who is to be excused and why. */
export function audienceChanges(
  places: Places,
  call: Pick<DataCall, 'audience'>,
  { submissions, day }: Standing,
) {
  const { network } = places
  const byId = institutionsById(network)
  const byKey = new Map(network.institutions.map((one) => [one.key, one]))
  const known = new Set(submissions.map(({ institutionId }) => institutionId))
  const closed = submissions.flatMap((submission) => {
    const institution = byId.get(submission.institutionId)
    if (!institution || !isWithGiver(submission.state)) return []
    if (presenceOn(institution, network.successions, day) !== 'absent') return []
    const heirs = heirsOn(network, institution.key, day).flatMap((key) => byKey.get(key) ?? [])
    return [{ submission, institution, heirs, reason: reasonOf(institution, heirs, day) }]
  })
  const wanted = [
    ...askedOn(places, call.audience, day).asked.map(({ institution }) => institution),
    ...closed.flatMap(({ heirs }) => heirs),
  ]
  const added = new Map(wanted.filter(({ id }) => !known.has(id)).map((one) => [one.id, one]))
  return { added: [...added.values()], closed }
}

function reasonOf(institution: Institution, heirs: readonly Institution[], day: string): string {
  const until = institution.versions.at(-1)?.validTo ?? day
  if (heirs.length === 0) return ownText('collection.excused.closed', { day: until })
  const names = heirs.map((one) => institutionNear(one, day).name.lv).join(', ')
  return ownText('collection.excused.followed', { day: until, names })
}
