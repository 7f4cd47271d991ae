import { type IndicatorOutline, promisedIndicators } from '#modules/indicators'
import { inBoth, type Say } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { actionsOf, type Claim, currentStatus, type ImplementationStatus, STATUS_GROUPS } from '../model.ts'
import { quoteClaim, sayStatus } from '../words/say.ts'
import { isPrintedAs } from './printed-share.ts'
import type { StrategyData, StrategyRule } from './rule.ts'

export const claimCountDiffers: StrategyRule = {
  code: 'claim-count-differs',
  title: {
    lv: 'Tekstā nosauktais skaits nesakrīt ar saskaitīto',
    en: 'A stated count is not what counting gives',
  },
  explain: {
    lv: 'Pārskaita darbības un rādītājus, par kuriem dokuments nosauc skaitu vai īpatsvaru. Kopsavilkumu lasa vairāk cilvēku nekā tabulu, tāpēc skaitļiem jāsakrīt un vienā nosaukumā nedrīkst paslēpties dažādi statusi.',
    en: 'Counts the actions and indicators for which a document states a number or a share. More people read the summary than the table, so the two must agree, and one name must not hide different statuses.',
  },
  check: (data) =>
    data.tree.claims.flatMap((claim) => {
      if (claim.kind !== 'count' || claim.value === null) return []
      const counted = COUNTERS[claim.subjects[0] ?? ''] ?? compareIndicators
      const differences = counted(data, claim, claim.value)
      return differences.map(({ explanation, severity }) => ({
        severity,
        subjects: [{ kind: 'claim', key: claim.key }],
        explanation: inBoth((say) => `${quoteClaim(claim, say)} ${explanation[say.language]}`),
      }))
    }),
}

type Counter = (data: StrategyData, claim: Claim, stated: number) => Difference[]

const COUNTERS: Readonly<Record<string, Counter>> = {
  actions: compareActions,
  directions: compareDirections,
  indicators: compareIndicators,
}

type Difference = { severity: 'contradiction' | 'notice'; explanation: LocalText }

function compareActions({ tree }: StrategyData, claim: Claim, stated: number): Difference[] {
  const goal = claim.filter.goal?.split('+')
  const statuses = claim.filter.status?.split('+') as ImplementationStatus[] | undefined
  const actions = actionsOf(tree).filter((action) => !goal || goal.includes(action.goal))
  const asOf = claim.toPeriod ?? undefined
  const countOf = (among: readonly ImplementationStatus[]) =>
    actions.filter((action) => among.includes(currentStatus(action, asOf) ?? ('unreported' as never))).length
  if (!statuses) return compare(stated, actions.length, claim.share, actions.length)

  const counted = countOf(statuses)
  const group = Object.values(STATUS_GROUPS).find(
    (parts) =>
      parts.length > statuses.length && statuses.every((status) => ([...parts] as string[]).includes(status)),
  )
  if (counted === stated || !group || countOf(group) !== stated) {
    return compare(stated, counted, claim.share, actions.length)
  }
  const parts = group.map((status) => ({ status, count: countOf([status]) }))
  return [
    { severity: 'notice', explanation: explainGroup(stated, parts) },
    ...compareShare(stated, claim.share, actions.length),
  ]
}

function compareDirections({ tree }: StrategyData, claim: Claim, stated: number): Difference[] {
  const goals = claim.filter.goal?.split('+')
  const own = tree.goals.filter(({ code }) => !goals || goals.includes(code))
  const counted = own.reduce((sum, { directions }) => sum + directions.length, 0)
  return compare(stated, counted, claim.share, counted)
}

function explainGroup(stated: number, parts: { status: ImplementationStatus; count: number }[]): LocalText {
  return inBoth((say) => {
    const said = say.number(stated)
    const named = parts.map(({ status, count }) => `${sayStatus(status, say)} – ${say.number(count)}`)
    return say.language === 'lv'
      ? `Šis skaits iznāk, tikai saskaitot kopā dažādus statusus: ${say.list(named)}, kopā ${said}. Jānosauc abas daļas.`
      : `That number comes out only by adding different statuses: ${say.list(named)}, together ${said}. Both parts should be named.`
  })
}

/** Counts the indicators that promise something; context figures are not part of the strategy's set. */
function compareIndicators({ tree, outline }: StrategyData, claim: Claim, stated: number): Difference[] {
  const goals = claim.filter.goal?.split('+')
  const all = promisedIndicators(outline).filter(
    (indicator) => !goals || goals.includes(tree.goalOfIndicator.get(indicator.id) ?? ''),
  )
  const tests: Record<string, (indicator: IndicatorOutline) => boolean> = {
    data: ({ hasResults }) => hasResults,
    retired: ({ retirement }) => retirement !== null,
    methodology: ({ methodology }) => methodology !== 'missing',
  }
  const counted = all.filter((indicator) =>
    Object.entries(claim.filter).every(([name, wanted]) => {
      const test = tests[name]
      return !test || test(indicator) === (wanted === 'yes')
    }),
  )
  return compare(stated, counted.length, claim.share, all.length)
}

function compare(stated: number, counted: number, share: number | null, total: number): Difference[] {
  if (stated === counted) return compareShare(counted, share, total)
  const write = (say: Say) =>
    say.language === 'lv'
      ? `Saskaitot iznāk ${say.number(counted)}, nevis ${say.number(stated)}.`
      : `Counting gives ${say.number(counted)}, not ${say.number(stated)}.`
  return [{ severity: 'contradiction', explanation: inBoth(write) }, ...compareShare(counted, share, total)]
}

/** A printed share may be rounded, by half of its last digit. */
function compareShare(part: number, share: number | null, total: number): Difference[] {
  if (share === null || total === 0) return []
  const actual = (100 * part) / total
  if (isPrintedAs(actual, share)) return []
  const write = (say: Say) => {
    const [a, b] = [say.number(part), say.number(total)]
    return say.language === 'lv'
      ? `Norādītais īpatsvars ir ${say.percent(share)}, bet ${a} no ${b} ir ${say.percent(actual, 2)}.`
      : `The stated share is ${say.percent(share)}, but ${a} of ${b} is ${say.percent(actual, 2)}.`
  }
  return [{ severity: 'contradiction', explanation: inBoth(write) }]
}
