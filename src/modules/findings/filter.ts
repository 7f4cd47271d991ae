import type { AskedValues } from '#platform/asked.ts'
import { fold, wordsIn } from '#platform/texts/fold.ts'
import type { Family } from './family.ts'
import { countBySeverity, type GatheredFinding } from './gather.ts'
import { STATES } from './life.ts'
import { type Finding, type RuleCount, SEVERITIES, type Severity } from './model.ts'

/** One value to look for, or several of which one must be; empty when nothing is asked. */
export type OneOrMore = string | readonly string[] | undefined

/** What a reader looks for among the findings; what is absent or empty is not asked. */
export type FindingFilter = {
  severity?: OneOrMore
  family?: OneOrMore
  /** Code of a rule. */
  code?: OneOrMore
  /** Whether somebody has said something of it, and what. */
  state?: OneOrMore
  /** Codes by the name of a facet: `{ goal: ['KP1', 'KP2'] }`. */
  belongsTo?: Readonly<Record<string, OneOrMore>>
  /** Words that must all occur in the explanation, whatever the case and diacritics. */
  text?: string | undefined
}

/** Query parameters of the page of findings and its files, besides the facets that families bring. */
export const FINDING_PARAMETERS = ['severity', 'family', 'code', 'state', 'q']
/** Those of them that may be given several times, as facets may. */
export const SEVERAL_PARAMETERS = ['severity', 'family', 'code', 'state']

/** What can be asked for; the codes of a facet are left out where nobody has asked for any. */
export type Known = {
  families: readonly Pick<Family, 'name' | 'rules'>[]
  facets: readonly { name: string; codes: readonly string[] }[]
}

/** What an address asks for. */
export function readFindingFilter(asked: AskedValues, { families, facets }: Known): FindingFilter {
  const codes = families.flatMap(({ rules }) => rules.map(({ code }) => code))
  return {
    severity: asked.severalOf('severity', SEVERITIES, (one) => `findings.severity.${one}`),
    family: asked.severalOf(
      'family',
      families.map(({ name }) => name),
    ),
    code: asked.severalOf('code', [...new Set(codes)]),
    state: asked.severalOf('state', STATES, (one) => `findings.state.${one}`),
    belongsTo: Object.fromEntries(facets.map(({ name, codes: some }) => [name, asked.severalOf(name, some)])),
    text: asked.text('q'),
  }
}

export function isFiltered({ belongsTo = {}, ...filter }: FindingFilter): boolean {
  return [...Object.values(filter), ...Object.values(belongsTo)].some((one) => valuesOf(one).length > 0)
}

/** The values of a part of a filter; none when it is not asked. */
export const valuesOf = (one: OneOrMore): string[] => [one ?? []].flat().filter((value) => value !== '')

const isAmong = (asked: OneOrMore, values: readonly string[]) => {
  const wanted = valuesOf(asked)
  return wanted.length === 0 || values.some((value) => wanted.includes(value))
}

/** The findings that answer every part of the filter, in the order given. */
export function filterFindings(
  findings: readonly GatheredFinding[],
  { severity, family, code, state, belongsTo = {}, text }: FindingFilter,
): GatheredFinding[] {
  const words = wordsIn(text ?? '')
  return findings.filter(
    (finding) =>
      isAmong(severity, [finding.severity]) &&
      isAmong(family, [finding.family]) &&
      isAmong(code, [finding.code]) &&
      isAmong(state, [finding.life?.state ?? 'open']) &&
      Object.entries(belongsTo).every(([facet, some]) => isAmong(some, finding.belongsTo[facet] ?? [])) &&
      hasWords(finding, words),
  )
}

function hasWords({ explanation }: Pick<Finding, 'explanation'>, words: string[]) {
  const text = fold(`${explanation.lv} ${explanation.en}`)
  return words.every((word) => text.includes(word))
}

/** Findings of one weight, and how many there are in all. */
export type WeightGroup = { severity: Severity; findings: GatheredFinding[]; count: number }

/** The findings as pages list them: by weight, the weightiest first; empty weights are left out. */
export function groupByWeight(
  findings: readonly GatheredFinding[],
  counts: readonly RuleCount[],
): WeightGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const some = findings.filter((one) => one.severity === severity)
    const { total } = countBySeverity(counts.filter((one) => one.severity === severity))
    return some.length === 0 ? [] : [{ severity, findings: some, count: total }]
  })
}
