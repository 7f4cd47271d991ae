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

const known = new Map<string, { ask: Ask; nextDue: NextDue | undefined }>()

/**
 * Has a module say what of a kind of duty is done and what is missing; the kinds stand in `duties.csv` and in
 * `OWN_DUTY_KINDS`. It is asked as whoever reads the page, the public too: only what everybody may know belongs into the
 * sentences. Called once where the module is loaded.
 */
export function declareDutyEvidence(kind: string, ask: Ask, nextDue?: NextDue) {
  known.set(kind, { ask, nextDue })
}

const NOTHING: DutyEvidence = { missing: [], doneOn: null, address: null }

/** What its module knows of one time of a duty; nothing where no module knows its kind. */
export const askEvidence = async (kind: string, ...asked: Parameters<Ask>): Promise<DutyEvidence> =>
  (await known.get(kind)?.ask(...asked)) ?? NOTHING

/** When a kind of duty is due next, where its module knows. */
export const askNextDue = async (kind: string, ...asked: Parameters<NextDue>): Promise<string | null> =>
  (await known.get(kind)?.nextDue?.(...asked)) ?? null
