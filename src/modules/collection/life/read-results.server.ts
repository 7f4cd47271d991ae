import { institutionNear } from '#modules/registry'
import { findDisclosureRules, findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { may, type User } from '#platform/users.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import { phaseOf } from '../calls/phase.ts'
import type { LeftOut } from '../formulas/contributions.ts'
import type { DataCall } from '../model.ts'
import { mayDecide } from './may-decide.ts'
import { findComputed, gatherAll } from './observe.server.ts'
import { protectTotal } from './protect-total.ts'
import { readFigures } from './read-figures.server.ts'
import { findSubmissionsOf } from './submission-store.server.ts'
import { countStanding, findTotals } from './totals-store.server.ts'

/** What one institution adds to a figure, or why nothing. */
export type Part = {
  institution: { key: string; name: LocalText }
  value: { numerator: number; denominator: number | null } | LeftOut
  isBeingMended: boolean
}

/** What accepted answers to a call come to: totals of fields, and figures with what each is made of. */
export async function readResults(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, slug, call }: { municipalityId: string; slug: string; call: DataCall },
) {
  const place = { municipalityId }
  const form = await findCallForm(tx, municipalityId, call.id)
  const totals = await findTotals(tx, municipalityId, call.id)
  const isUnprotected = may(user, 'indicators.unprotected.read', place)
  const { count } = await findDisclosureRules(tx)
  const computed = await findComputed(
    tx,
    municipalityId,
    form.elements.map(({ key }) => key),
  )
  const figures = await readFigures(tx, user, { municipalityId, slug, period: call.period, computed })
  const { gathered } = await gatherAll(tx, municipalityId, call.period, computed)
  const institutions = await findInstitutions(tx, municipalityId)
  const nameOf = new Map(
    institutions.map((one) => [one.id, { key: one.key, name: institutionNear(one, null).name }]),
  )
  const seesEach = may(user, 'collection.read', place) && isUnprotected
  const parts = gathered.map(({ formula, gathered: { contributions } }): [string, Part[]] => [
    formula.id,
    contributions
      .flatMap(({ institutionId, value, isBeingMended }) => {
        const institution = nameOf.get(institutionId)
        return institution ? [{ institution, value, isBeingMended }] : []
      })
      .sort((a, b) => byName(a.institution, b.institution)),
  ])
  return {
    form,
    standing: await countStanding(tx, municipalityId, call.id),
    totals: isUnprotected
      ? totals.map((total) => ({ ...total, isCovered: false }))
      : totals.map((total) => protectTotal(total, count)),
    figures,
    /** Of each formula what institutions add; empty for whoever may not see their answers as they are. */
    parts: new Map(seesEach ? parts : []),
    ready: may(user, 'collection.accept', place)
      ? await findReady(tx, user, { municipalityId, call }, nameOf)
      : null,
  }
}

const collator = new Intl.Collator('lv', { numeric: true })
const byName = (a: { name: LocalText }, b: { name: LocalText }) => collator.compare(a.name.lv, b.name.lv)

/** Institutions whose data can be accepted without reading a comment first, by name. */
async function findReady(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, call }: { municipalityId: string; call: DataCall },
  nameOf: ReadonlyMap<string, { key: string; name: LocalText }>,
) {
  const phase = phaseOf(call, new Date())
  const submissions = await findSubmissionsOf(tx, municipalityId, call.id)
  const ready = submissions.flatMap((submission) => {
    const institution = nameOf.get(submission.institutionId)
    const { handedIn, decision } = submission
    // Who has typed into it is asked again when it is accepted.
    const right = mayDecide('accepted', { submission, phase, accountId: user.id, typists: [] })
    if (!institution || !handedIn || handedIn.soft > 0 || !right.may) return []
    return [{ ...institution, version: handedIn.version, decision: decision?.number ?? 0 }]
  })
  return ready.sort(byName)
}
