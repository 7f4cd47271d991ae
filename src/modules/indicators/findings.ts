import type { Finding, FindingSubject, Severity } from './finding.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { contradiction: 0, obstacle: 1, notice: 2 }

/** Codes of the indicators that a finding is about. */
export function indicatorsOf({ subjects }: Finding): string[] {
  return [...new Set(subjects.flatMap((subject) => indicatorOf(subject) ?? []))]
}

/** How many findings there are about an indicator, and how much the weightiest weighs. */
export type FindingCount = { count: number; severity: Severity }

/** Counts the findings about each indicator. */
export function countFindings(findings: readonly Finding[]): ReadonlyMap<string, FindingCount> {
  const counts = new Map<string, FindingCount>()
  for (const finding of findings) {
    for (const code of indicatorsOf(finding)) {
      const known = counts.get(code) ?? { count: 0, severity: 'notice' }
      const isHeavier = WEIGHT[finding.severity] < WEIGHT[known.severity]
      counts.set(code, {
        count: known.count + 1,
        severity: isHeavier ? finding.severity : known.severity,
      })
    }
  }
  return counts
}

/** A finding with the name by which a page links to it. */
export type NamedFinding = { id: string; number: number; finding: Finding }

/** The findings about an indicator, the weightiest first. */
export function findingsAbout(findings: readonly Finding[], code: string): NamedFinding[] {
  return findings
    .filter((finding) => indicatorsOf(finding).includes(code))
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    .map((finding, index) => ({ id: `finding-${index + 1}`, number: index + 1, finding }))
}

/** Place of a figure on the page of its indicator: a result or baseline by period, a target by year. */
export function figureAnchor(seriesKey: string, place: string | number): string {
  return `figure-${dashed(seriesKey)}-${dashed(String(place))}`
}

/** Place of a series on the page of its indicator. */
export function seriesAnchor(seriesKey: string): string {
  return `series-${dashed(seriesKey)}`
}

/** Where on the page of its indicator a subject is to be found; null when it is the indicator itself. */
export function anchorOf(subject: FindingSubject): string | null {
  if (subject.kind !== 'series') return null
  const place = subject.period ?? subject.year
  return place === undefined ? seriesAnchor(subject.key) : figureAnchor(subject.key, place)
}

function indicatorOf(subject: FindingSubject): string | null {
  if (subject.kind === 'indicator') return subject.code
  return subject.kind === 'series' ? subject.indicator : null
}

const dashed = (name: string) => name.replaceAll('/', '-')
