import { findDisclosureRules, findInstitutionTypes } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { withComputed } from '../checks/index.ts'
import type { Asked } from '../form/asked.server.ts'
import { findPeers } from '../life/peer-store.server.ts'
import { findCheckResults } from '../life/steps-store.server.ts'
import { findEarlier, findValues } from '../life/value-store.server.ts'
import { type Trend, trendsOf } from './trend.ts'
import { findUsedIn } from './used-in.server.ts'

/**
 * What an institution gets back for what it has handed in: its own course over time, where it stands among others, what
 * checks said, where it is used. Nine statements; undefined while nothing was handed in.
 */
export async function readFeedback(
  tx: DatabaseTransaction,
  { municipalityId, call, institution, submission }: Asked,
) {
  const { handedIn } = submission
  if (!handedIn) return undefined
  const form = await findCallForm(tx, municipalityId, call.id)
  const answers = withComputed(
    form.elements,
    await findValues(tx, municipalityId, submission.id, handedIn.version),
  )
  const elementIds = form.elements.map(({ elementId }) => elementId)
  const earlier = await findEarlier(tx, municipalityId, { institutionId: institution.id, elementIds })
  const peers = await findPeers(tx, municipalityId, { callId: call.id, institutionType: institution.type })
  const type = (await findInstitutionTypes(tx)).find(({ code }) => code === institution.type)
  const { count } = await findDisclosureRules(tx, municipalDay())
  const trends = trendsOf(form.elements, { answers, earlier, period: call.period })
  return {
    handedIn,
    checks: form.checks,
    results: await findCheckResults(tx, municipalityId, submission.id, handedIn.version),
    /** Single figures, and those of tables apart: a table has many. */
    figures: trends.filter(({ field }) => field.row === null),
    cells: trends.filter(({ field }) => field.row !== null),
    peers,
    typeName: type ? { lv: type.name_lv, en: type.name_en } : null,
    leastCount: count.leastCount,
    usedIn: await findUsedIn(tx, municipalityId, form.elements),
  }
}

/** Fewest people of which a figure may tell; 0 where it counts none. */
export const leastOf = ({ field }: Trend, leastCount: number): number =>
  field.element.isAboutPeople && field.kind !== 'share' ? leastCount : 0
