import type { RouterContextProvider } from 'react-router'
import { databaseContext, keepUpContext } from '#platform/context.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import type { User } from '#platform/users.ts'
import { phaseOf } from '../calls/phase.ts'
import type { Asked } from '../form/asked.server.ts'
import { fieldsOf } from '../form/fields.ts'
import type { CallForm } from '../model.ts'
import {
  acceptSubmission,
  type Decided,
  reopenSubmission,
  returnSubmission,
} from './decide.service.server.ts'
import { DecisionEntry, readRemarks, writeSeen } from './decision-entry.ts'
import { findTypists } from './decision-store.server.ts'
import { mayDecide } from './may-decide.ts'

/** What somebody may decide on a submission now, or why not. */
export async function readDecisionRights(tx: DatabaseTransaction, user: User, asked: Asked) {
  const { municipalityId, call, submission } = asked
  const typists = await findTypists(tx, municipalityId, submission.id)
  const standing = { submission, phase: phaseOf(call, new Date()), accountId: user.id, typists }
  return {
    seen: writeSeen({
      version: submission.handedIn?.version ?? 0,
      decision: submission.decision?.number ?? 0,
    }),
    accept: mayDecide('accepted', standing),
    return: mayDecide('returned', standing),
    reopen: mayDecide('reopened', standing),
  }
}
export type DecisionRights = Awaited<ReturnType<typeof readDecisionRights>>

/**
 * Decides as a posted form says, and lets what follows from figures be worked out at once.
 *
 * @returns the form as it comes back; undefined once it is decided
 */
export async function decideAsPosted(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  user: User,
  asked: Asked,
  form: CallForm,
): Promise<FormAnswer | undefined> {
  const sent = await readForm(request, DecisionEntry)
  const fields = new Set(fieldsOf(form.elements).map(({ name }) => name))
  const { remarks, complaints } = readRemarks(sent.entered, fields)
  if (!sent.ok) return sent.answer(complaints)
  if (Object.keys(complaints).length > 0) return sent.answer(complaints)
  const db = context.get(databaseContext)
  const { seen, ...entry } = sent.value
  const decided = await ((): Promise<Decided> => {
    if (entry.act === 'accept') return acceptSubmission(db, user, asked, { seen })
    if (entry.act === 'reopen') return reopenSubmission(db, user, asked, { seen, reason: entry.why })
    return returnSubmission(db, user, asked, { seen, reason: entry.reason ?? null, remarks })
  })()
  if (decided.kind === 'refused') return sent.answer({ '': [{ reason: decided.why }] })
  if (decided.kind === 'meanwhile') {
    const { handedIn, decision } = decided.submission
    const said = [decision?.reason, ...(decision?.remarks ?? []).map((one) => one.text)].filter(Boolean)
    const saved = said.length === 0 ? {} : { reason: said.join('\n'), why: said.join('\n') }
    return sent.answerMeanwhile({ version: handedIn?.version ?? 0, saved: saved as Record<string, string> })
  }
  if (decided.hasFigures)
    // What fails here is tried again later by the process itself.
    await context
      .get(keepUpContext)(db, asked.municipalityId)
      .catch(() => undefined)
  return undefined
}
