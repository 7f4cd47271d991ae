import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { CallForm, DataCall } from '../model.ts'
import { isTimeToSummarize, shownSummaries } from './summary-rule.ts'
import {
  countAcceptedSince,
  countStanding,
  deleteOtherSummaries,
  deleteOtherTotals,
  findSummarized,
  sumAccepted,
  summarize,
} from './totals-store.server.ts'

type Of = { call: DataCall; form: CallForm }

/** Works out what accepted answers to a call add up to, and how they are spread, in the place of what was there. */
export async function keepTotals(tx: DatabaseTransaction, change: Change, { call, form }: Of): Promise<void> {
  const { municipalityId } = change
  const { asked } = await countStanding(tx, municipalityId, call.id)
  const about = new Map(form.elements.map((element) => [element.elementId, element.isAboutPeople]))
  const sums = await sumAccepted(tx, municipalityId, call.id)
  const rows = sums
    .filter(({ element_id }) => about.has(element_id))
    .map(({ element_id, ...sum }) => ({
      ...sum,
      call_id: call.id,
      template_id: call.templateId,
      total: Number(sum.total),
      denominator: sum.denominator === null ? null : Number(sum.denominator),
      asked,
      is_about_people: about.get(element_id) ?? true,
    }))
  await revise(tx, change, { table: 'collection.call_total', key: ['call_id', 'field', 'choice'] }, rows)
  change.counts.changed += await deleteOtherTotals(tx, municipalityId, call.id, rows)
}

/**
 * Works out anew how the answers of institutions are spread, where enough of them have been accepted since: of two
 * states that differ by one institution, whoever compares them would learn what that one has answered.
 */
export async function keepSummaries(tx: DatabaseTransaction, change: Change, { call }: Of): Promise<void> {
  const { municipalityId } = change
  const summarizedAt = await findSummarized(tx, municipalityId, call.id)
  const { accepted } = await countStanding(tx, municipalityId, call.id)
  const since = summarizedAt === null ? accepted : await countAcceptedSince(tx, municipalityId, call.id)
  if (!isTimeToSummarize({ accepted, since, summarizedAt, locksAt: call.locksAt }, change.at)) return
  const day = municipalDay(call.opensAt)
  const institutions = await findInstitutions(tx, municipalityId)
  const types = institutions.flatMap((one): [string, string][] => {
    const type = institutionNear(one, day).type?.code
    return type === undefined ? [] : [[one.id, type]]
  })
  const rows = shownSummaries(await summarize(tx, municipalityId, call.id, new Map(types))).map((row) => ({
    ...row,
    call_id: call.id,
  }))
  await revise(
    tx,
    change,
    { table: 'collection.peer_summary', key: ['call_id', 'field', 'institution_type'] },
    rows,
  )
  change.counts.changed += await deleteOtherSummaries(tx, municipalityId, call.id, rows)
}
