import { useSpeech } from '#platform/i18n.tsx'
import type { Series } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { categoryName } from '../words/value.ts'

/** The categories of a distribution in the order in which the row gives their figures; nothing for other series. */
export function CategoryNote({ series }: { series: Series }) {
  const speech = useSpeech()
  const newest = observationsOf(series)
    .map(({ value }) => value)
    .findLast((value) => value.kind === 'distribution')
  if (newest === undefined) return null
  return <span className="note">{newest.parts.map((part) => categoryName(part, speech)).join(' / ')}</span>
}
