import type { RouterContextProvider } from 'react-router'
import { databaseContext, keepUpContext } from '#platform/context.server.ts'
import type { Complaints, FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { User } from '#platform/users.ts'
import { readMemberOptions } from '../edits/status.server.ts'
import { acceptReport, returnReport } from './decide.service.server.ts'
import { DecisionForm, readGroup, readSeen } from './decision-fields.ts'
import { ownText } from './own-text.ts'
import type { Round } from './round.ts'
import type { Town } from './tasks.server.ts'

/**
 * Decides as a posted form says, and lets what follows from statuses be worked out at once.
 *
 * @returns the form as it comes back; undefined once it is decided
 */
export async function decideAsPosted(
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
  user: User,
  town: Town,
  { round, action }: { round: Pick<Round, 'key'>; action: string },
): Promise<FormAnswer | undefined> {
  const form = await readForm(request, DecisionForm)
  if (!form.ok) return form.answer()
  const db = context.get(databaseContext)
  const accounts = await readMemberOptions(db, town.municipalityId)
  const { act, seen, remark = '' } = form.value
  const given = { name: ownText('strategy.round.decide.editor'), today: municipalDay() }
  const read = readGroup(form.entered, accounts, given)
  const complaints = 'complaints' in read ? read.complaints : {}
  const missing: Complaints = act === 'return' && remark === '' ? { remark: [{ reason: MISSING }] } : {}
  if ('complaints' in read || 'remark' in missing) return form.answer({ ...complaints, ...missing })
  const what = { round, action, seen: readSeen(seen) }
  const { group } = read
  const decided =
    act === 'accept'
      ? await acceptReport(db, user, town, what, group)
      : await returnReport(db, user, town, what, { remark, group })
  if (decided.kind === 'refused') return form.answer({ '': [{ reason: decided.why }] })
  if (decided.kind === 'meanwhile') {
    const { asked, decision } = decided
    const version = asked.reports.at(-1)?.version ?? 0
    return form.answerMeanwhile({ version, saved: { remark: decision?.remark ?? '' } })
  }
  if (act === 'accept')
    // What fails here is tried again later by the process itself.
    await context
      .get(keepUpContext)(db, town.municipalityId)
      .catch(() => undefined)
  return undefined
}

const MISSING = 'strategy.round.decide.remarkNeeded' as const
