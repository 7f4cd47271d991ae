import type { FindingSubject } from '#modules/indicators'
import { addressOf, type GatheredFinding, rulesOf } from './findings.ts'

export const FINDING_COLUMNS = [
  'id',
  'rule',
  'family',
  'severity',
  'title_lv',
  'title_en',
  'explanation_lv',
  'explanation_en',
  'goals',
  'subjects',
  'pages',
] as const

/** A finding as plain values, for files that other programs read. Addresses are below `base`. */
export function describeFinding(finding: GatheredFinding, base: string) {
  const rule = rulesOf[finding.family].find(({ code }) => code === finding.code)
  return {
    id: finding.anchor,
    rule: finding.code,
    family: finding.family,
    severity: finding.severity,
    title: rule?.title ?? { lv: finding.code, en: finding.code },
    explanation: finding.explanation,
    goals: finding.goals,
    subjects: finding.subjects,
    pages: [...new Set(finding.subjects.map((subject) => base + addressOf(subject)))],
  }
}

/** A finding as a row under `FINDING_COLUMNS`; lists stand in one cell with `;` between. */
export function findingRow(finding: GatheredFinding, base: string): string[] {
  const { title, explanation, goals, subjects, pages, ...plain } = describeFinding(finding, base)
  return [
    plain.id,
    plain.rule,
    plain.family,
    plain.severity,
    title.lv,
    title.en,
    explanation.lv,
    explanation.en,
    goals.join(';'),
    subjects.map(codeOf).join(';'),
    pages.join(';'),
  ]
}

/** `series:5/guardian@2024/2025`, `action:1.1.3`, `strategy:goal:KP1` */
function codeOf(subject: FindingSubject): string {
  switch (subject.kind) {
    case 'indicator':
    case 'action':
      return `${subject.kind}:${subject.code}`
    case 'series': {
      const when = subject.period ?? subject.year
      return when === undefined ? `series:${subject.key}` : `series:${subject.key}@${when}`
    }
    case 'strategy':
      return ['strategy', subject.part, subject.code].filter(Boolean).join(':')
    case 'claim':
    case 'source':
      return `${subject.kind}:${subject.key}`
    case 'surveyGroup':
      return `surveyGroup:${subject.survey}/${subject.group}`
    case 'surveyItem':
      return `surveyItem:${[subject.survey, subject.item, subject.group].filter(Boolean).join('/')}`
  }
}
