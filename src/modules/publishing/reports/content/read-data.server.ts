import { completenessOf } from '#modules/collection'
import { findCalls, maySeeSubmissions, readMonitored } from '#modules/collection.server'
import { linkSubjects, startReading } from '#modules/findings'
import { judgeSet } from '#modules/indicators'
import { getIndicatorSet, readStanding } from '#modules/indicators.server'
import { findMunicipalitiesOn, findNetwork } from '#modules/registry.server'
import {
  checkClaims,
  claimSubjects,
  draftIn,
  evaluateStrategy,
  type StrategySummary,
} from '#modules/strategy'
import {
  findCurrentStrategy,
  findEvidence,
  findProposals,
  findStrategyByKey,
  findVersions,
  knownFamilies,
  readAttached,
  readClaimData,
  readFindings,
  readTree,
} from '#modules/strategy.server'
import { readSurveyTables } from '#modules/surveys.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { addDays, isDay, municipalDay, startOfDay } from '#platform/rights/day.ts'
import type { CallData, PlanData, PlanState, ReportData } from './data.ts'

/** What a report is to be about. */
export type AskedReport = {
  municipalityId: string
  /** Public id of the plan; without it the current one. */
  strategy?: string | undefined
  institutionId?: string | undefined
  /** Day as of which it speaks, `YYYY-MM-DD`; without it today. */
  asOf?: string | undefined
  /** Day or instant from which change is counted. */
  since?: string | undefined
}

/**
 * Reads all that the reports of a municipality are written from, once for every kind and language. It asks what pages
 * ask, as whoever reads: figures about few people stay covered.
 *
 * @throws Refused when there is no such municipality or plan
 */
export async function readReportData(
  tx: DatabaseTransaction,
  { municipalityId, strategy, institutionId, asOf, since }: AskedReport,
): Promise<ReportData> {
  const on = asOf ?? municipalDay()
  const all = await findMunicipalitiesOn(tx, municipalDay())
  const municipality = all.find(({ id }) => id === municipalityId)
  if (!municipality) refuse(404, 'platform.refused.absent')
  const current = await findCurrentStrategy(tx, municipalityId)
  const asked = strategy === undefined ? current : await findStrategyByKey(tx, strategy, municipalityId)
  if (strategy !== undefined && !asked) refuse(404, 'platform.refused.absent')
  const isCurrent = asked === undefined || asked.key === current?.key
  const place = {
    municipalityId,
    strategy: isCurrent ? undefined : asked.key,
    asOf: asOf === undefined ? undefined : endOf(asOf),
  }
  const reading = startReading(tx, place)
  return {
    municipality,
    home: isCurrent ? `/${municipality.slug}` : `/${municipality.slug}/plani/${asked.key}`,
    on,
    plan: asked ? await readPlanData(reading, asked) : null,
    since: asked && since !== undefined ? await readEarlier(tx, asked, since) : null,
    sinceAsked: since === undefined ? null : municipalDay(endOf(since)),
    surveys: (await readSurveyTables(reading)) ?? [],
    network: await findNetwork(tx, municipalityId),
    calls: await readCalls(tx, municipalityId, place.asOf ?? new Date()),
    institutionId: institutionId ?? null,
  }
}

/** The last instant of a day; of an instant, itself. */
const endOf = (time: string): Date =>
  isDay(time) ? new Date(startOfDay(addDays(time, 1)).getTime() - 1) : new Date(time)

type Reading = ReturnType<typeof startReading>

async function readPlanData(reading: Reading, { id, key }: StrategySummary): Promise<PlanData | null> {
  const { tx, municipalityId, asOf } = reading
  const state = await readState(reading, key)
  if (!state) return null
  const findings = await readFindings(reading, {})
  const claimData = await readClaimData(reading)
  const linkOf = await linkSubjects(reading, knownFamilies, claimData ? claimSubjects(claimData) : [])
  const versions = await findVersions(tx, municipalityId, id)
  const draft = draftIn(versions)
  const standing = await readStanding(tx, { municipalityId, targetSet: key, asOf })
  return {
    ...state,
    evaluation: evaluateStrategy(state.tree, standing),
    findings,
    claims: claimData ? checkClaims(claimData, findings, linkOf) : [],
    evidence: await findEvidence(tx, { municipalityId, strategyId: id }, { asOf }),
    attached: (await readAttached(tx, { id, municipalityId, key }, asOf)).attached,
    versions,
    proposed: draft ? (await findProposals(tx, municipalityId, draft.id)).length : null,
  }
}

async function readState(reading: Reading, key: string): Promise<PlanState | null> {
  const { tx, municipalityId, asOf } = reading
  const tree = await readTree(reading)
  if (!tree) return null
  const set = await getIndicatorSet(tx, municipalityId, key, { asOf })
  return { tree, set, judged: judgeSet(set, null) }
}

async function readEarlier(
  tx: DatabaseTransaction,
  { municipalityId, key }: StrategySummary,
  since: string,
): Promise<ReportData['since']> {
  const asOf = endOf(since)
  const state = await readState(startReading(tx, { municipalityId, strategy: key, asOf }), key)
  return state && { ...state, on: municipalDay(asOf) }
}

/** Calls that have opened by then, the newest first, as far as the reader sees who was asked. */
async function readCalls(tx: DatabaseTransaction, municipalityId: string, now: Date): Promise<CallData[]> {
  if (!(await maySeeSubmissions(tx))) return []
  const calls = (await findCalls(tx, municipalityId)).filter(
    ({ state, opensAt }) => state === 'open' && opensAt <= now,
  )
  const asked = await readMonitored(tx, municipalityId, calls, now)
  return calls.flatMap((call): CallData[] => {
    const rows = asked.get(call.id) ?? []
    if (rows.length === 0) return []
    const completeness = completenessOf(call, rows, now)
    const standing = rows.map((row): [string, 'handedIn' | 'late' | 'waited' | null] => {
      const { by, expected } = completenessOf(call, [row], now)
      if (expected === 0) return [row.institutionId, null]
      return [row.institutionId, by.accepted + by.waiting > 0 ? 'handedIn' : by.late > 0 ? 'late' : 'waited']
    })
    return [
      { key: call.key, title: call.title, period: call.period, completeness, standing: new Map(standing) },
    ]
  })
}
