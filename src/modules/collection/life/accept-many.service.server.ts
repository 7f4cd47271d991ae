import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { findAsked } from '../form/asked.server.ts'
import { acceptSubmission } from './decide.service.server.ts'

/** An institution whose data were to be accepted, in the version that was seen. */
export type Chosen = { institution: string; version: number; decision: number }

/** Who was left out, and why; the name where there is such an institution. */
type Left = { institution: string; name: LocalText | null; why: TextKey }

/** What became of it: who was accepted, and who was left out and why. */
export type AcceptedMany = {
  accepted: readonly string[]
  left: readonly Left[]
  hasFigures: boolean
}

/**
 * Accepts what several institutions have handed in, each in a change of its own. Whoever has a comment on a check that
 * did not hold is left out: that wants reading.
 *
 * @param place the municipality and the key of the call
 */
export async function acceptMany(
  db: Database,
  user: User,
  place: { municipality: { id: string; slug: string }; call: string },
  chosen: readonly Chosen[],
): Promise<AcceptedMany> {
  const { municipality, call } = place
  demand(user, 'collection.accept', { municipalityId: municipality.id })
  const accepted: string[] = []
  const left: Left[] = []
  let hasFigures = false
  for (const { institution, version, decision } of chosen) {
    const asked = await readAs(db, user, (tx) => findAsked(tx, municipality, { call, institution }), {
      municipalityId: municipality.id,
    })
    const name = asked?.institution.name ?? null
    if (!asked) left.push({ institution, name, why: 'collection.notFound' })
    else if ((asked.submission.handedIn?.soft ?? 0) > 0)
      left.push({ institution, name, why: 'collection.life.left.soft' })
    else {
      const decided = await acceptSubmission(db, user, asked, { seen: { version, decision } })
      if (decided.kind === 'decided') {
        accepted.push(institution)
        hasFigures ||= decided.hasFigures
      } else
        left.push({
          institution,
          name,
          why: decided.kind === 'refused' ? decided.why : 'collection.life.left.meanwhile',
        })
    }
  }
  return { accepted, left, hasFigures }
}
