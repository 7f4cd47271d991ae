import {
  anchorOf,
  type Finding,
  type FindingSubject,
  findIndicatorFindings,
  type IndicatorSet,
  indicatorRules,
  type Rule,
  type Severity,
} from '#modules/indicators'
import { actionsOf, findStrategyFindings, fold, type StrategyTree, strategyRules } from '#modules/strategy'
import { findSurveyFindings, type SurveyTable, surveyAnchor, surveyRules } from '#modules/surveys'

/** Everything of one municipality that is asked about itself. */
export type FindingsData = { tree: StrategyTree; set: IndicatorSet; surveyTables: readonly SurveyTable[] }

export const SEVERITIES: readonly Severity[] = ['contradiction', 'obstacle', 'notice']

/** What a rule says of itself, whatever kind of data it looks at. */
export type RuleWords = Pick<Rule<never>, 'code' | 'title' | 'explain'>

export const FAMILIES = ['indicators', 'strategy', 'surveys'] as const
/** Which data a rule looks at. */
export type Family = (typeof FAMILIES)[number]

/** Every rule that is put to the data, by what it looks at. */
export const rulesOf: Readonly<Record<Family, readonly RuleWords[]>> = {
  indicators: indicatorRules,
  strategy: strategyRules,
  surveys: surveyRules,
}

/** A finding with its place on the page and what it can be filtered by. */
export type GatheredFinding = Finding & {
  family: Family
  /** Fragment of the page of findings: the code of the rule and a number, e.g. `share-impossible-2`. */
  anchor: string
  /** Codes that the subjects name or belong to. */
  goals: string[]
  indicators: string[]
  actions: string[]
}

/**
 * All that the data of a municipality say about themselves, family by family and rule by rule. The same
 * data give the same anchors.
 */
export function gatherFindings({ tree, set, surveyTables }: FindingsData): GatheredFinding[] {
  const found: [Family, Finding[]][] = [
    ['indicators', findIndicatorFindings(set)],
    ['strategy', findStrategyFindings({ tree, set })],
    ['surveys', findSurveyFindings(surveyTables)],
  ]
  const goalOf = createGoalFinder({ tree, set, surveyTables })
  const numbers = new Map<string, number>()
  return found.flatMap(([family, findings]) =>
    findings.map((finding) => {
      const number = (numbers.get(finding.code) ?? 0) + 1
      numbers.set(finding.code, number)
      return {
        ...finding,
        family,
        anchor: `${finding.code}-${number}`,
        goals: unique(finding.subjects.map(goalOf)),
        indicators: unique(finding.subjects.map(indicatorOf)),
        actions: unique(finding.subjects.map((subject) => (subject.kind === 'action' ? subject.code : null))),
      }
    }),
  )
}

const indicatorOf = (subject: FindingSubject) =>
  subject.kind === 'indicator' ? subject.code : subject.kind === 'series' ? subject.indicator : null

const unique = (codes: (string | null | undefined)[]) => [
  ...new Set(codes.filter((code) => code !== null && code !== undefined)),
]

/** Looks up the goal that a subject serves; what serves none belongs to the strategy as a whole. */
function createGoalFinder({ tree, set, surveyTables }: FindingsData) {
  const ofIndicator = new Map(
    set.indicators.map((indicator) => [indicator.code, tree.goalOfIndicator.get(indicator.id)]),
  )
  const ofAction = new Map(actionsOf(tree).map((action) => [action.code, action.goal]))
  const ofItem = new Map(
    surveyTables.flatMap(({ survey, items }) =>
      items.map((item) => [`${survey.key}·${item.code}`, item.goal]),
    ),
  )
  return (subject: FindingSubject): string | null | undefined => {
    if (subject.kind === 'strategy' && subject.part === 'goal') return subject.code
    if (subject.kind === 'action') return ofAction.get(subject.code)
    if (subject.kind === 'surveyItem') return ofItem.get(`${subject.survey}·${subject.item}`)
    return ofIndicator.get(indicatorOf(subject) ?? '')
  }
}

/** What a reader looks for among the findings; what is absent or empty is not asked. */
export type FindingFilter = {
  severity?: string | undefined
  family?: string | undefined
  /** Code of a rule. */
  code?: string | undefined
  goal?: string | undefined
  indicator?: string | undefined
  action?: string | undefined
  /** Words that must all occur in the explanation, whatever the case and diacritics. */
  text?: string | undefined
}

/** The findings that answer every part of the filter, in the order given. */
export function filterFindings(
  findings: readonly GatheredFinding[],
  filter: FindingFilter,
): GatheredFinding[] {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return findings.filter(
    (finding) =>
      (!filter.severity || finding.severity === filter.severity) &&
      (!filter.family || finding.family === filter.family) &&
      (!filter.code || finding.code === filter.code) &&
      (!filter.goal || finding.goals.includes(filter.goal)) &&
      (!filter.indicator || finding.indicators.includes(filter.indicator)) &&
      (!filter.action || finding.actions.includes(filter.action)) &&
      hasWords(finding, words),
  )
}

function hasWords({ explanation }: Finding, words: string[]) {
  const text = fold(`${explanation.lv} ${explanation.en}`)
  return words.every((word) => text.includes(word))
}

/** A rule with what it found. */
export type RuleGroup = { family: Family; rule: RuleWords; findings: GatheredFinding[] }

/** The findings under their rules, in the order of the rules; rules that found nothing are left out. */
export function groupByRule(findings: readonly GatheredFinding[]): RuleGroup[] {
  return FAMILIES.flatMap((family) =>
    rulesOf[family].map((rule) => ({
      family,
      rule,
      findings: findings.filter((finding) => finding.family === family && finding.code === rule.code),
    })),
  ).filter((group) => group.findings.length > 0)
}

export type SeverityCounts = Record<Severity, number> & { total: number }

export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts {
  const counts = { total: findings.length, contradiction: 0, obstacle: 0, notice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The page of what a finding is about, below the address of its municipality. */
export function addressOf(subject: FindingSubject): string {
  switch (subject.kind) {
    case 'indicator':
      return `/raditaji/${encodeURIComponent(subject.code)}`
    case 'series':
      return `/raditaji/${encodeURIComponent(subject.indicator)}#${anchorOf(subject)}`
    case 'action':
      return `/ricibas-plans/${encodeURIComponent(subject.code)}`
    case 'strategy':
      return addressOfPart(subject)
    case 'claim':
      return `/datu-kvalitate/apgalvojumi#${claimAnchor(subject.key)}`
    case 'source':
      return `/parskati#${sourceAnchor(subject.key)}`
    case 'surveyGroup':
    case 'surveyItem':
      return `/aptaujas/${encodeURIComponent(subject.survey)}#${surveyAnchor(subject)}`
  }
}

function addressOfPart({ part, code = '' }: Extract<FindingSubject, { kind: 'strategy' }>): string {
  switch (part) {
    case 'decision':
      return '/strategija#decision'
    case 'goal':
      return `/strategija#${encodeURIComponent(code)}`
    case 'programme':
      return `/programmas#programme-${encodeURIComponent(code)}`
    case 'programmeLinks':
      return '/programmas#links'
    default:
      return '/strategija'
  }
}

/** Where a claim stands on the page of claims. */
export const claimAnchor = (key: string) => `claim-${key}`

/** Where a source document stands on the page of reports. */
export const sourceAnchor = (key: string) => `source-${key}`

/** Query parameters of the page of findings and its files. */
export const FINDING_PARAMETERS = ['severity', 'family', 'code', 'goal', 'indicator', 'action', 'q']

/** What the address of the page of findings asks for. */
export function readFindingFilter(query: URLSearchParams): FindingFilter {
  const asked = (name: string) => query.get(name)?.trim() || undefined
  return {
    severity: asked('severity'),
    family: asked('family'),
    code: asked('code'),
    goal: asked('goal'),
    indicator: asked('indicator'),
    action: asked('action'),
    text: asked('q'),
  }
}
