import { fold, wordsIn } from '#platform/texts/fold.ts'
import type { Family } from './family.ts'
import { countBySeverity, type GatheredFinding } from './gather.ts'
import { type Finding, type RuleCount, type RuleWords, SEVERITIES, type Severity } from './model.ts'

/** What a reader looks for among the findings; what is absent or empty is not asked. */
export type FindingFilter = {
  severity?: string | undefined
  family?: string | undefined
  /** Code of a rule. */
  code?: string | undefined
  /** Whether somebody has said something of it, and what. */
  state?: string | undefined
  /** Codes by the name of a facet: `{ goal: 'KP1' }`. */
  belongsTo?: Readonly<Record<string, string | undefined>>
  /** Words that must all occur in the explanation, whatever the case and diacritics. */
  text?: string | undefined
}

/** Query parameters of the page of findings and its files, besides the facets that families bring. */
export const FINDING_PARAMETERS = ['severity', 'family', 'code', 'state', 'q']

/** What an address asks for. */
export function readFindingFilter(query: URLSearchParams, facets: readonly string[]): FindingFilter {
  const asked = (name: string) => query.get(name)?.trim() || undefined
  return {
    severity: asked('severity'),
    family: asked('family'),
    code: asked('code'),
    state: asked('state'),
    belongsTo: Object.fromEntries(facets.map((facet) => [facet, asked(facet)])),
    text: asked('q'),
  }
}

export function isFiltered({ belongsTo = {}, ...filter }: FindingFilter): boolean {
  return [...Object.values(filter), ...Object.values(belongsTo)].some(Boolean)
}

/** The findings that answer every part of the filter, in the order given. */
export function filterFindings(
  findings: readonly GatheredFinding[],
  { severity, family, code, state, belongsTo = {}, text }: FindingFilter,
): GatheredFinding[] {
  const words = wordsIn(text ?? '')
  return findings.filter(
    (finding) =>
      (!severity || finding.severity === severity) &&
      (!family || finding.family === family) &&
      (!code || finding.code === code) &&
      (!state || (finding.life?.state ?? 'open') === state) &&
      Object.entries(belongsTo).every(([facet, one]) => !one || finding.belongsTo[facet]?.includes(one)) &&
      hasWords(finding, words),
  )
}

function hasWords({ explanation }: Pick<Finding, 'explanation'>, words: string[]) {
  const text = fold(`${explanation.lv} ${explanation.en}`)
  return words.every((word) => text.includes(word))
}

/** A rule with some of what it found, and how much there is in all. */
export type RuleGroup = { family: string; rule: RuleWords; findings: GatheredFinding[]; count: number }

/** Findings of one weight under their rules, and how many there are in all. */
export type WeightGroup = { severity: Severity; groups: RuleGroup[]; count: number }

/** The findings as pages list them: by weight, the weightiest first, and under their rules; empty weights are left out. */
export function groupByWeight(
  families: readonly Pick<Family, 'name' | 'rules'>[],
  findings: readonly GatheredFinding[],
  counts: readonly RuleCount[],
): WeightGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const counted = counts.filter((one) => one.severity === severity)
    const some = findings.filter((one) => one.severity === severity)
    const groups = groupByRule(families, some, counted)
    return groups.length === 0 ? [] : [{ severity, groups, count: countBySeverity(counted).total }]
  })
}

/** The findings under their rules, in the order of the rules; rules without any are left out. */
export function groupByRule(
  families: readonly Pick<Family, 'name' | 'rules'>[],
  findings: readonly GatheredFinding[],
  counts: readonly RuleCount[],
): RuleGroup[] {
  const ofRule = Map.groupBy(findings, ({ family, code }) => `${family} ${code}`)
  const countsOf = Map.groupBy(counts, ({ family, code }) => `${family} ${code}`)
  return families.flatMap(({ name, rules }) =>
    rules.flatMap((rule) => {
      const found = ofRule.get(`${name} ${rule.code}`)
      const { total } = countBySeverity(countsOf.get(`${name} ${rule.code}`) ?? [])
      return found ? [{ family: name, rule, findings: found, count: total }] : []
    }),
  )
}
