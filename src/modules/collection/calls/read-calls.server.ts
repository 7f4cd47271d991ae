import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { currentGrants, may, type User } from '#platform/users.ts'
import { findSubmissionsBy } from '../life/submission-store.server.ts'
import type { DataCall, SubmissionState } from '../model.ts'
import type { Completeness } from '../monitoring/completeness.ts'
import { readCompleteness } from '../monitoring/read-completeness.server.ts'
import { findCalls } from './call-store.server.ts'
import { type Phase, phaseOf } from './phase.ts'

/** A call with what whoever prepares calls wants to know of it. */
export type ListedCall = { call: DataCall; phase: Phase; completeness: Completeness | null }

/** All calls of a municipality with how complete they are. Four statements, however many there are. */
export async function readCallList(
  tx: DatabaseTransaction,
  municipalityId: string,
  now: Date,
): Promise<ListedCall[]> {
  const calls = await findCalls(tx, municipalityId)
  const asked = calls.filter(({ state }) => state !== 'draft')
  const completeness = await readCompleteness(tx, municipalityId, asked, now)
  return calls.map((call) => ({
    call,
    phase: phaseOf(call, now),
    completeness: completeness.get(call.id) ?? null,
  }))
}

/** A call that an institution must answer, or has answered. */
export type OwnCall = {
  call: DataCall
  phase: Phase
  institution: { key: string; name: LocalText }
  state: SubmissionState
  dueAt: Date
  isExtended: boolean
}

/** Institutions for which somebody answers, by their ids. */
export const answersFor = (user: User, municipalityId: string): string[] => [
  ...new Set(
    currentGrants(user).flatMap(({ scope }) =>
      scope.kind === 'institution' &&
      scope.municipalityId === municipalityId &&
      may(user, 'collection.answer', { municipalityId, institutionId: scope.id })
        ? [scope.id]
        : [],
    ),
  ),
]

/** What is returned comes first, then what is still to be done by its last day, then the rest. */
const ORDER: Readonly<Record<SubmissionState, number>> = {
  returned: 0,
  reopened: 0,
  draft: 1,
  notStarted: 1,
  submitted: 2,
  accepted: 3,
  excused: 4,
}

/** What institutions are asked, what comes first on top. Three statements and one for each institution. */
export async function readOwnCalls(
  tx: DatabaseTransaction,
  municipalityId: string,
  institutionIds: readonly string[],
  now: Date,
): Promise<OwnCall[]> {
  const calls = new Map((await findCalls(tx, municipalityId)).map((call) => [call.id, call]))
  const institutions = await findInstitutions(tx, municipalityId, { ids: institutionIds })
  const own: OwnCall[] = []
  for (const institution of institutions) {
    const { name } = institutionNear(institution, municipalDay(now))
    for (const submission of await findSubmissionsBy(tx, municipalityId, institution.id)) {
      const call = calls.get(submission.callId)
      if (!call) continue
      own.push({
        call,
        phase: phaseOf(call, now),
        institution: { key: institution.key, name },
        state: submission.state,
        dueAt: submission.extendedTo ?? call.dueAt,
        isExtended: submission.extendedTo !== null,
      })
    }
  }
  return own.sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.dueAt.getTime() - b.dueAt.getTime())
}
