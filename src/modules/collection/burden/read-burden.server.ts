import { institutionNear } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import {
  type AskedTwice,
  type BurdenCall,
  type BurdenRow,
  findAskedTwice,
  findBurden,
  findBurdenCalls,
  findBurdenYears,
} from './burden-store.server.ts'
import { type BurdenSum, sumBurden } from './sum-burden.ts'

/** How long the calls of a year take the institutions of a municipality. */
export type Burden = {
  year: number
  years: number[]
  sum: BurdenSum
  calls: (BurdenCall & { sum: BurdenSum })[]
  /** Those with the most planned minutes first. */
  institutions: { key: string; name: LocalText; sum: BurdenSum }[]
  askedTwice: AskedTwice[]
  /** One institution and one call each. */
  rows: (BurdenRow & { call: BurdenCall; institution: { key: string; name: LocalText } })[]
}

/**
 * How long the calls of a calendar year take: that of their last day. Five statements.
 *
 * @param asked the year; without it the current one, or the newest in which there is something
 */
export async function readBurden(
  tx: DatabaseTransaction,
  municipalityId: string,
  asked: number | undefined,
): Promise<Burden> {
  const years = await findBurdenYears(tx, municipalityId)
  const current = Number(municipalDay().slice(0, 'YYYY'.length))
  const year = asked ?? (years.includes(current) ? current : (years[0] ?? current))
  const found = await findBurden(tx, municipalityId, year)
  const calls = await findBurdenCalls(tx, municipalityId, [...new Set(found.map(({ callId }) => callId))])
  const institutions = await findInstitutions(tx, municipalityId)
  const callOf = new Map(calls.map((call) => [call.id, call]))
  const institutionOf = new Map(
    institutions.map((one) => [one.id, { key: one.key, name: institutionNear(one, `${year}-12-31`).name }]),
  )
  const rows = found.flatMap((row) => {
    const call = callOf.get(row.callId)
    const institution = institutionOf.get(row.institutionId)
    return call && institution ? [{ ...row, call, institution }] : []
  })
  const byCall = Map.groupBy(rows, ({ callId }) => callId)
  const byInstitution = Map.groupBy(rows, ({ institution }) => institution)
  const collator = new Intl.Collator('lv', { numeric: true })
  return {
    year,
    years: years.includes(year) ? years : [year, ...years].sort((a, b) => b - a),
    sum: sumBurden(rows),
    calls: calls.map((call) => ({ ...call, sum: sumBurden(byCall.get(call.id) ?? []) })),
    institutions: [...byInstitution]
      .map(([institution, some]) => ({ ...institution, sum: sumBurden(some) }))
      .sort((a, b) => b.sum.plannedMinutes - a.sum.plannedMinutes || collator.compare(a.name.lv, b.name.lv)),
    askedTwice: await findAskedTwice(tx, municipalityId, [...callOf.keys()]),
    rows,
  }
}
