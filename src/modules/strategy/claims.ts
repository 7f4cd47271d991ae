import type { FindingSubject, GatheredFinding, LinkedSubject } from '#modules/findings'
import type { IndicatorSet } from '#modules/indicators'
import { type ClaimCoverage, coverClaims } from './claim-coverage.ts'
import { type Claim, IMPLEMENTATION_STATUSES, type ImplementationStatus, seriesNamedBy } from './model.ts'
import type { ClaimData } from './rules/rule.ts'

/** What the data answer to a claim, in the order in which a reader should see them. */
export const CLAIM_VERDICTS = ['refuted', 'unverifiable', 'partly', 'confirmed'] as const
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number]

/** A claim with what the data answer and the findings that say why. */
export type CheckedClaim = {
  claim: Claim
  verdict: ClaimVerdict
  /** It rests on figures about few people, which are not shown. */
  isCovered: boolean
  findings: GatheredFinding[]
  /** What it speaks about. */
  topics: ClaimTopic[]
  /** Codes of the indicators whose figures answer it, or come near. */
  indicators: string[]
}

/**
 * Every claim of the documents with the answer of the data, by its place in the documents.
 *
 * @param findings all that the strategy's rules found
 * @param linkOf the link to anything that a claim can speak about
 */
export function checkClaims(
  data: ClaimData,
  findings: readonly GatheredFinding[],
  linkOf: LinkOf,
): CheckedClaim[] {
  const coverage = coverClaims(data)
  const indicators = indicatorsOfSeries(data.claimed)
  return data.tree.claims.toSorted(byPlace).map((claim) => {
    const about = findings.filter(({ subjects }) =>
      subjects.some(({ subject }) => subject.kind === 'claim' && subject.key === claim.key),
    )
    const verdict = judgeClaim(about, coverage.get(claim.key) ?? 'none')
    const isCovered = coverage.get(claim.key) === 'covered'
    const topics = topicsOf(claim, indicators, linkOf)
    return {
      claim,
      verdict,
      isCovered,
      findings: about,
      topics,
      indicators: indicatorsNamedBy(claim, indicators),
    }
  })
}

/** Codes of the indicators whose figures answer a claim, or come near. */
const indicatorsNamedBy = (claim: Claim, indicatorOfSeries: ReadonlyMap<string, string>) => [
  ...new Set(seriesNamedBy(claim).flatMap((key) => indicatorOfSeries.get(key) ?? [])),
]

const places = new Intl.Collator('lv', { numeric: true })

const byPlace = (a: Claim, b: Claim) =>
  places.compare(a.source ?? '', b.source ?? '') || places.compare(a.locator ?? '', b.locator ?? '')

/** The weightiest finding decides; a claim without any is confirmed as far as it can be checked. */
export function judgeClaim(
  findings: readonly Pick<GatheredFinding, 'severity'>[],
  coverage: ClaimCoverage,
): ClaimVerdict {
  if (coverage === 'covered') return 'unverifiable'
  const has = (severity: GatheredFinding['severity']) => findings.some((one) => one.severity === severity)
  if (has('contradiction')) return 'refuted'
  if (has('obstacle') || coverage === 'none') return 'unverifiable'
  return has('notice') || coverage === 'part' ? 'partly' : 'confirmed'
}

/** What a claim speaks about: figures and dates of the strategy, or a list that can be counted. */
export type ClaimTopic =
  /** Surveys belong to the municipality, all else to the plan. */
  | ({ kind: 'subject'; isOfPlan: boolean } & Pick<LinkedSubject, 'name' | 'address'>)
  | { kind: 'directions' | 'indicators'; goal: string | null; address: string }
  | { kind: 'actions'; goal: string | null; status: ImplementationStatus | null; address: string }

type LinkOf = (subject: FindingSubject) => LinkedSubject

/** Everything that the claims of a strategy speak about, to be looked up together. */
export function claimSubjects(data: ClaimData): FindingSubject[] {
  const indicators = indicatorsOfSeries(data.claimed)
  return data.tree.claims.flatMap((claim) => subjectsOf(claim, indicators))
}

/** What a claim speaks about, each with the page on which it can be looked up. */
export function topicsOf(
  claim: Claim,
  indicatorOfSeries: ReadonlyMap<string, string>,
  linkOf: LinkOf,
): ClaimTopic[] {
  if (claim.kind === 'count') return [countedTopic(claim)]
  return subjectsOf(claim, indicatorOfSeries).map((subject) => {
    const { name, address } = linkOf(subject)
    const isOfPlan = subject.kind !== 'surveyGroup' && subject.kind !== 'surveyItem'
    return { kind: 'subject', isOfPlan, name, address }
  })
}

function subjectsOf(claim: Claim, indicatorOfSeries: ReadonlyMap<string, string>): FindingSubject[] {
  if (claim.kind === 'count') return []
  if (claim.kind === 'order') return [{ kind: 'strategy', part: 'decision' }]
  if (claim.kind === 'ranking') return claim.subjects.map((code) => rankedSubject(claim, code))
  return seriesNamedBy(claim).flatMap((key): FindingSubject[] => {
    const indicator = indicatorOfSeries.get(key)
    if (indicator === undefined) return []
    const isOfPeriod = claim.kind === 'sum' || claim.kind === 'share'
    const place = isOfPeriod && claim.toPeriod !== null ? { period: claim.toPeriod } : {}
    return [{ kind: 'series', key, indicator, ...place }]
  })
}

/** Where what is ranked is shown: among the answers of its survey, or the goal itself. */
function rankedSubject({ survey, filter }: Claim, code: string): FindingSubject {
  if (survey === null) return { kind: 'strategy', part: 'goal', code }
  if (filter.scope !== undefined) return { kind: 'surveyGroup', survey, group: code }
  if (filter.item !== undefined) return { kind: 'surveyItem', survey, item: filter.item, group: code }
  const isOfGroup = filter.group !== undefined && filter.group !== 'all'
  return { kind: 'surveyItem', survey, item: code, ...(isOfGroup ? { group: filter.group } : {}) }
}

function countedTopic({ subjects, filter }: Claim): ClaimTopic {
  const goal = filter.goal && !filter.goal.includes('+') ? filter.goal : null
  if (subjects.includes('directions')) return { kind: 'directions', goal, address: '/strategija' }
  if (!subjects.includes('actions')) return { kind: 'indicators', goal, address: '/raditaji' }
  const query = new URLSearchParams()
  if (goal !== null) query.set('goal', goal)
  const status = IMPLEMENTATION_STATUSES.find((one) => one === filter.status)
  if (status) query.set('status', status)
  return {
    kind: 'actions',
    goal,
    status: status ?? null,
    address: `/ricibas-plans${query.size > 0 ? `?${query}` : ''}`,
  }
}

/** Indicator codes by the keys of their series. */
export function indicatorsOfSeries({
  indicators,
}: Pick<IndicatorSet, 'indicators'>): ReadonlyMap<string, string> {
  return new Map(indicators.flatMap(({ code, series }) => series.map(({ key }) => [key, code] as const)))
}
