import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'

/** One time of a duty, as a module is asked about it. */
export type DutyQuestion = {
  /** Year or school year. */
  period: string
  /** Last day in time; null where none is stated. */
  dueOn: string | null
  /** In the municipalities, `YYYY-MM-DD`. */
  today: string
}

/** What a module knows of one time of a duty. */
export type DutyEvidence = {
  /** What is missing, in whole sentences that everybody may read. */
  missing: LocalText[]
  /** Day on which it was done, as the module's own data show; null where they do not. */
  doneOn: string | null
  /** Page that everybody may read where it is seen, in its Latvian form. */
  address: string | null
}

type Ask = (tx: DatabaseTransaction, municipalityId: string, question: DutyQuestion) => Promise<DutyEvidence>
/** Last day of the next time, where only the module's data tell; null where they do not. */
type NextDue = (tx: DatabaseTransaction, municipalityId: string, today: string) => Promise<string | null>

const known = new Map<string, { ask: Ask; nextDue: NextDue | undefined }[]>()

/**
 * Has a module say what of a kind of duty is done and what is missing; the kinds stand in `duties.csv` and in
 * `OWN_DUTY_KINDS`. Several modules may know of one kind. Each is asked as whoever reads the page, the public too: only
 * what the reader may know comes into the sentences. Called once where the module is loaded.
 */
export function declareDutyEvidence(kind: string, ask: Ask, nextDue?: NextDue) {
  known.set(kind, [...(known.get(kind) ?? []), { ask, nextDue }])
}

/**
 * What modules know of one time of a duty: done where one of them says so, first come first believed, and else all that is
 * missing together.
 */
export async function askEvidence(kind: string, ...asked: Parameters<Ask>): Promise<DutyEvidence> {
  const told: DutyEvidence[] = []
  for (const { ask } of known.get(kind) ?? []) told.push(await ask(...asked))
  const done = told.find(({ doneOn }) => doneOn !== null)
  return (
    done ?? {
      missing: told.flatMap(({ missing }) => missing),
      doneOn: null,
      address: told.find(({ address }) => address !== null)?.address ?? null,
    }
  )
}

/** When a kind of duty is due next, where a module knows. */
export async function askNextDue(kind: string, ...asked: Parameters<NextDue>): Promise<string | null> {
  for (const { nextDue } of known.get(kind) ?? []) {
    const due = await nextDue?.(...asked)
    if (due) return due
  }
  return null
}
