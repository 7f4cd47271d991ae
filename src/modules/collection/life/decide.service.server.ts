import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, type Intent, inChange } from '#platform/write/change.server.ts'
import { noteMinutes } from '../burden/write-burden.server.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { phaseOf } from '../calls/phase.ts'
import type { Asked } from '../form/asked.server.ts'
import { holdSubmission } from '../form/edit-store.server.ts'
import { REASONS } from '../formulas/figure-words.ts'
import type { CallForm, DecisionKind, Remark } from '../model.ts'
import { findTypists, insertDecision } from './decision-store.server.ts'
import { mayDecide } from './may-decide.ts'
import { type Computed, findComputed, observe } from './observe.server.ts'
import type { Submission } from './submission.ts'
import { findSubmission } from './submission-store.server.ts'
import { tellGiver } from './tell-giver.server.ts'
import { keepSummaries, keepTotals } from './totals.server.ts'

/** What whoever decides has seen: the version that was handed in, and the number of the last decision, 0 without one. */
export type Seen = { version: number; decision: number }

/** What became of a decision: it holds; something else was decided or handed in meanwhile; or why it may not be. */
export type Decided =
  | { kind: 'decided'; number: number; hasFigures: boolean }
  | { kind: 'meanwhile'; submission: Submission }
  | { kind: 'refused'; why: TextKey }

type Deciding = { kind: DecisionKind; reason: string | null; remarks: readonly Remark[] }

/** Gives back what was handed in, with what is to be mended: a reason, remarks at fields, or both. */
export const returnSubmission = (
  db: Database,
  user: User,
  asked: Asked,
  { seen, reason, remarks }: { seen: Seen; reason: string | null; remarks: readonly Remark[] },
): Promise<Decided> =>
  reason === null && remarks.length === 0
    ? Promise.resolve({ kind: 'refused', why: 'collection.life.decide.remarkNeeded' })
    : decide(db, user, asked, seen, { kind: 'returned', reason, remarks })

/** Accepts what was handed in, and makes figures of it in the same change. */
export const acceptSubmission = (
  db: Database,
  user: User,
  asked: Asked,
  { seen, reason = null }: { seen: Seen; reason?: string | null },
): Promise<Decided> => decide(db, user, asked, seen, { kind: 'accepted', reason, remarks: [] })

/** Gives back what was accepted, with a reason. After the lock it is a correction. */
export const reopenSubmission = (
  db: Database,
  user: User,
  asked: Asked,
  { seen, reason }: { seen: Seen; reason: string },
): Promise<Decided> =>
  reason.trim() === ''
    ? Promise.resolve({ kind: 'refused', why: 'collection.life.decide.reasonNeeded' })
    : decide(db, user, asked, seen, { kind: 'reopened', reason, remarks: [] })

/**
 * Keeps one decision. Of two at once, the second finds what the first has decided.
 *
 * @throws Refused (403) without the right
 */
async function decide(
  db: Database,
  user: User,
  asked: Asked,
  seen: Seen,
  deciding: Deciding,
): Promise<Decided> {
  const { municipalityId, call, institution } = asked
  demand(user, 'collection.accept', { municipalityId, institutionId: institution.id })
  // Totals of what was accepted would tell what was chosen before the poll has closed.
  if (call.kind === 'poll') return { kind: 'refused', why: 'collection.polls.notDecided' }
  const within = { municipalityId }
  const { form, computed } = await readAs(
    db,
    user,
    async (tx) => {
      const found = await findCallForm(tx, municipalityId, call.id)
      const keys = found.elements.map(({ key }) => key)
      const makesFigures = deciding.kind !== 'returned'
      return { form: found, computed: makesFigures ? await findComputed(tx, municipalityId, keys) : [] }
    },
    within,
  )
  const intent = intentOf(asked, seen, deciding, computed)
  const work = (tx: DatabaseTransaction, change: Change) =>
    write(tx, change, user, asked, { seen, deciding, form, computed })
  const { result } = await inChange(db, user, intent, work, within)
  return result
}

/** Figures are everybody's; without any, a decision is the municipality's own affair. */
function intentOf(
  { municipalityId, call, institution }: Asked,
  { version }: Seen,
  { kind, reason }: Deciding,
  computed: readonly Computed[],
): Intent {
  const at = new Date()
  const isLocked = phaseOf(call, at) === 'locked'
  const makesFigures = computed.length > 0
  const isCorrection = isLocked && (kind === 'reopened' || version > 1)
  const forEverybody =
    kind === 'reopened' ? REASONS.reopened : isCorrection ? REASONS.corrected : REASONS.accepted
  const why = makesFigures ? forEverybody : reason
  return {
    municipalityId,
    stream: makesFigures ? 'figures' : 'collection',
    origin: 'submission',
    action:
      kind === 'accepted'
        ? 'submission.accepted'
        : kind === 'returned'
          ? 'submission.returned'
          : isLocked
            ? 'submission.corrected'
            : 'submission.reopened',
    subject: `${call.key}/${institution.key}`,
    ...(why === null ? {} : { why }),
    detail: { version, isCorrection },
    isPublic: computed.some(({ indicator }) => indicator.is_public),
    at,
  }
}

type Written = { seen: Seen; deciding: Deciding; form: CallForm; computed: readonly Computed[] }

async function write(
  tx: DatabaseTransaction,
  change: Change,
  user: User,
  asked: Asked,
  { seen, deciding, form, computed }: Written,
): Promise<Decided> {
  const { municipalityId, call, institution } = asked
  // One after another within a call: each sees what the other has decided, and sums miss nobody.
  await oneAtATime(tx, `collection ${call.id}`)
  await holdSubmission(tx, asked.submission.id)
  const submission =
    (await findSubmission(tx, municipalityId, { callId: call.id, institutionId: institution.id })) ??
    refuse(404, 'collection.notFound')
  const { handedIn, decision } = submission
  if (handedIn?.version !== seen.version || (decision?.number ?? 0) !== seen.decision)
    return { kind: 'meanwhile', submission }
  const typists = await findTypists(tx, municipalityId, submission.id)
  const phase = phaseOf(call, change.at)
  const right = mayDecide(deciding.kind, { submission, phase, accountId: user.id, typists })
  if (!right.may) return { kind: 'refused', why: right.why }
  const number = seen.decision + 1
  await insertDecision(tx, {
    municipality_id: municipalityId,
    institution_id: institution.id,
    submission_id: submission.id,
    number,
    version: handedIn.version,
    author: handedIn.author,
    kind: deciding.kind,
    decided_by: user.id,
    reason: deciding.reason,
    remarks: [...deciding.remarks],
    is_correction: right.isCorrection,
    change_id: change.id,
  })
  change.counts.added += 1
  if (deciding.kind !== 'returned') {
    await observe(tx, change, { call, computed, institutionIds: [institution.id] })
  }
  if (deciding.kind === 'accepted') {
    await keepTotals(tx, change, { call, form })
    await keepSummaries(tx, change, { call, form })
    await noteMinutes(tx, change, call, { id: submission.id, institutionId: institution.id })
  }
  await tellGiver(tx, change, user, asked, { kind: deciding.kind, author: handedIn.author })
  return { kind: 'decided', number, hasFigures: computed.length > 0 }
}
