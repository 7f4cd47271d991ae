import { type FindingSubject, type Indicator, periodName, type Series } from '#modules/indicators'
import type { Speech } from '#platform/i18n.tsx'
import type { FindingsData } from './findings.ts'

/** Says what a finding is about, as a link would be called. */
export type SubjectNames = (subject: FindingSubject, speech: Pick<Speech, 'text' | 'local'>) => string

/** Looks up the names of everything that a finding can be about; what has none is called by its code. */
export function createSubjectNames({ tree, set, surveyTables }: FindingsData): SubjectNames {
  const series = new Map<string, { indicator: Indicator; one: Series }>(
    set.indicators.flatMap((indicator) =>
      indicator.series.map((one) => [one.key, { indicator, one }] as const),
    ),
  )
  const sources = new Map(set.sources.map((source) => [source.key, source.title]))
  const claims = new Map(tree.claims.map((claim) => [claim.key, claim.text]))
  const surveys = new Map(surveyTables.map((table) => [table.survey.key, table]))

  return (subject, { text, local }) => {
    switch (subject.kind) {
      case 'indicator':
        return indicatorName(subject.code, text)
      case 'series': {
        const label = series.get(subject.key)?.one.label
        const when =
          subject.period === undefined
            ? subject.year?.toString()
            : periodName(subject.period, { text }, 'short')
        return [indicatorName(subject.indicator, text), label && local(label), when]
          .filter(Boolean)
          .join(', ')
      }
      case 'action':
        return text('publishing.subject.action', { code: subject.code })
      case 'strategy':
        return strategyName(subject, text)
      case 'claim': {
        const claim = claims.get(subject.key)
        return claim ? text('publishing.subject.claim', { claim: local(claim) }) : subject.key
      }
      case 'source': {
        const title = sources.get(subject.key)
        return title ? local(title) : subject.key
      }
      case 'surveyGroup':
      case 'surveyItem': {
        const table = surveys.get(subject.survey)
        const group = table?.groups.find(({ code }) => code === subject.group)
        const item =
          subject.kind === 'surveyItem' ? table?.items.find(({ code }) => code === subject.item) : undefined
        return [table?.survey.title, item?.title, group?.label]
          .flatMap((name) => (name ? [local(name)] : []))
          .join(', ')
      }
    }
  }
}

function strategyName(
  { part, code = '' }: Extract<FindingSubject, { kind: 'strategy' }>,
  text: Speech['text'],
) {
  return part ? text(`publishing.subject.strategy.${part}`, { code }) : text('publishing.subject.strategy')
}

/** `14. rādītājs`; codes that are no numbers stand after the word. */
export function indicatorName(code: string, text: Speech['text']): string {
  return text(/^\d+$/.test(code) ? 'publishing.subject.indicator' : 'publishing.subject.indicatorNamed', {
    code,
  })
}
