import type { VerdictCounts } from '#modules/indicators'
import type { Text } from '#platform/texts/text.ts'
import type { BarPart } from '#platform/ui/stacked-bar.tsx'

const VERDICTS = ['met', 'onTrack', 'missed', 'offTrack', 'notEvaluable'] as const

/** Counts by verdict as parts of a bar, the good ones first and what cannot be judged last. */
export function verdictParts(counts: VerdictCounts, text: Text): BarPart[] {
  return VERDICTS.map((verdict) => ({
    key: verdict,
    label: text(`indicators.verdict.${verdict}`),
    count: counts[verdict],
  }))
}
