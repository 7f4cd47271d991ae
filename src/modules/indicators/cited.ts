import type { Citation, SourceDocument } from '#modules/sources'
import type { Indicator } from './model.ts'

/** The documents that anything of an indicator cites, in the order in which they are first cited. */
export function citedDocuments(indicator: Indicator, sources: readonly SourceDocument[]): SourceDocument[] {
  const citations: Citation[] = [
    indicator,
    ...indicator.methodologies,
    ...indicator.series.flatMap(({ baseline, results, targets }) => [
      ...(baseline ? [baseline.observation] : []),
      ...results,
      ...targets,
    ]),
  ]
  const keys = new Set(citations.flatMap(({ source }) => source ?? []))
  return [...keys].flatMap((key) => sources.find((document) => document.key === key) ?? [])
}
