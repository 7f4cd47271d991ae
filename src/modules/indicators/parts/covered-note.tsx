import { ConfidentialNote } from '#platform/ui/confidential.tsx'
import type { Indicator } from '../model.ts'
import { observationsOf } from '../observations.ts'

/** Why some of the figures near it are covered, in a sentence; nothing where none is. */
export function CoveredNote({ indicators }: { indicators: readonly Indicator[] }) {
  const covered = indicators
    .flatMap(({ series }) => series.flatMap(observationsOf))
    .filter(({ isCovered }) => isCovered)
  if (covered.length === 0) return null
  return <ConfidentialNote isPrinted={covered.some(({ source }) => source !== null)} />
}
