import type { Finding, FindingSubject } from '#modules/findings'

/**
 * What somebody who knows the case says of a finding: true and worth saying; true, but nobody needs it; true, but said
 * by another finding; false, or more than the data bear out.
 */
export type Opinion = 'worth' | 'trivial' | 'repeats' | 'false'

/** Opinions by the code of the rule, with those that are another for a finding that begins with a subject. */
export type Opinions = Readonly<
  Record<string, Opinion | { of: Opinion; but: Readonly<Record<string, Opinion>> }>
>

/** Something odd in a case that its data can show, and the findings that show it; every one of them is wanted. */
export type Oddity = { what: string; shownBy: readonly string[] }

/** A case that findings are measured by. */
export type Case = { name: string; folder: string; oddities: readonly Oddity[]; opinions: Opinions }

export type Measured = {
  findings: number
  /** Share of the oddities that are found. */
  recall: number
  missed: readonly string[]
  /** Shares of the findings that are true, and that are worth saying. */
  isTrue: number
  worth: number
  /** Findings that somebody does not find worth saying, with why. */
  idle: readonly string[]
  /** Findings that nobody has judged yet. */
  unjudged: readonly string[]
}

/** A finding by its rule and its first subject, as the cases name it: `value-jump 8@2023/2024`. */
export const nameOf = ({ code, subjects: [first] }: Finding): string =>
  [code, first ? shortSubject(first) : ''].join(' ').trim()

function shortSubject(subject: FindingSubject): string {
  const { kind, ...about } = subject
  if (kind === 'strategy') return Object.values(about).join(' ') || kind
  const { key, code, survey, group, item, period, year } = about as Record<
    string,
    string | number | undefined
  >
  const place = [survey, group, item].filter((part) => part !== undefined).join('/')
  const when = period ?? year
  return [key ?? code ?? place, when].filter((part) => part !== undefined).join('@')
}

/** Sets what was found beside what somebody who knows the case would say. */
export function measure(findings: readonly Finding[], { oddities, opinions }: Case): Measured {
  const names = findings.map(nameOf)
  const judged = findings.map((finding) => opinionOf(finding, opinions))
  const shareOf = (isCounted: (opinion: Opinion | undefined) => boolean) =>
    judged.filter(isCounted).length / judged.length
  const missed = oddities.filter(
    ({ shownBy }) => shownBy.length === 0 || !shownBy.every((one) => names.includes(one)),
  )
  return {
    findings: findings.length,
    recall: 1 - missed.length / oddities.length,
    missed: missed.map(({ what }) => what),
    isTrue: shareOf((opinion) => opinion !== undefined && opinion !== 'false'),
    worth: shareOf((opinion) => opinion === 'worth'),
    idle: names.flatMap((name, index) => {
      const opinion = judged[index]
      return opinion === undefined || opinion === 'worth' ? [] : `${name}: ${opinion}`
    }),
    unjudged: names.filter((_, index) => judged[index] === undefined),
  }
}

function opinionOf(finding: Finding, opinions: Opinions): Opinion | undefined {
  const opinion = opinions[finding.code]
  if (opinion === undefined || typeof opinion === 'string') return opinion
  return opinion.but[nameOf(finding).slice(finding.code.length + 1)] ?? opinion.of
}
