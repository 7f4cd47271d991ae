import type { Gap, GapVerdict } from './gaps.ts'

/** What may be said for certain comes first; within that the widest gap, as `findGaps` orders them. */
const ORDER: readonly GapVerdict[] = ['certain', 'uncertain', 'tooSmall']

/** Gaps in the order in which the page shows them. */
export function orderGaps(gaps: readonly Gap[]): Gap[] {
  return ORDER.flatMap((verdict) => gaps.filter((gap) => gap.verdict === verdict))
}

/** How many of the gaps allow one to say what. */
export function countGaps(gaps: readonly Gap[]): Record<GapVerdict, number> {
  const counts: Record<GapVerdict, number> = { certain: 0, uncertain: 0, tooSmall: 0 }
  for (const { verdict } of gaps) counts[verdict] += 1
  return counts
}
