import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { DeskPart } from '#platform/module.ts'
import { capabilitiesOf, currentGrants, type User } from '#platform/users.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { phaseOf } from '../calls/phase.ts'
import { mayHandIn } from './may-hand-in.ts'
import { findSubmissionsBy } from './submission-store.server.ts'

/** What waits for whoever answers for an institution: what came back to be mended, then what has not been handed in. */
export async function answersOnDesk(tx: DatabaseTransaction, user: User): Promise<DeskPart[]> {
  const parts: DeskPart[] = []
  for (const [municipalityId, institutions] of institutionsOf(user)) {
    const now = new Date()
    const calls = new Map((await findCalls(tx, municipalityId)).map((call) => [call.id, call]))
    const counts = { back: 0, open: 0 }
    for (const institutionId of institutions)
      for (const submission of await findSubmissionsBy(tx, municipalityId, institutionId)) {
        const call = calls.get(submission.callId)
        if (!call || !mayHandIn({ ...submission, phase: phaseOf(call, now) }, now).may) continue
        counts[submission.state === 'returned' || submission.state === 'reopened' ? 'back' : 'open'] += 1
      }
    for (const [what, label] of [
      ['back', 'collection.form.desk.back'],
      ['open', 'collection.form.desk.open'],
    ] as const)
      if (counts[what] > 0)
        parts.push({ municipalityId, label, values: { count: counts[what] }, address: '/datu-vaksana' })
  }
  return parts
}

/** Institutions for which somebody answers, by their municipalities. */
function institutionsOf(user: User): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const grant of currentGrants(user)) {
    const { scope } = grant
    if (scope.kind !== 'institution' || !capabilitiesOf(grant).includes('collection.answer')) continue
    found.set(scope.municipalityId, (found.get(scope.municipalityId) ?? new Set()).add(scope.id))
  }
  return found
}
