import { byWeight, type Finding, type FindingSubject, type Severity } from '#modules/findings'

/** Code of the indicator that a subject is, or is part of; undefined for anything else. */
export function indicatorOf(subject: FindingSubject): string | undefined {
  if (subject.kind === 'indicator') return subject.code
  return subject.kind === 'series' ? subject.indicator : undefined
}

/** Codes of the indicators that a finding is about. */
export function indicatorsOf({ subjects }: Pick<Finding, 'subjects'>): string[] {
  return [...new Set(subjects.flatMap((subject) => indicatorOf(subject) ?? []))]
}

/** How many findings there are about an indicator, and how much the weightiest weighs. */
export type FindingCount = { count: number; severity: Severity }

/** A finding with the name by which a page links to it. */
export type NamedFinding = { id: string; number: number; finding: Finding }

/** The findings about an indicator, the weightiest first. */
export function findingsAbout(findings: readonly Finding[], code: string): NamedFinding[] {
  return findings
    .filter((finding) => indicatorsOf(finding).includes(code))
    .toSorted(byWeight)
    .map((finding, index) => ({ id: `finding-${index + 1}`, number: index + 1, finding }))
}
