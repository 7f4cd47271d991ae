import type { Text } from '#platform/texts/text.ts'
import type { BarPart } from '#platform/ui/stacked-bar.tsx'
import { IMPLEMENTATION_STATUSES, type StatusCount } from '../model.ts'

/** Counts by status as parts of a bar, in the order of progress, with those nobody reported on last. */
export function statusParts(counts: StatusCount, text: Text): BarPart[] {
  const reported = IMPLEMENTATION_STATUSES.map((status) => ({
    key: status,
    label: text(`strategy.status.${status}.many`),
    count: counts.byStatus[status],
  }))
  const unreported = {
    key: 'unreported',
    label: text('strategy.status.unreported.many'),
    count: counts.unreported,
  }
  return [...reported, unreported]
}

/** The parts of a bar in words, without those that are empty: `īstenotas 2 · tiek īstenotas 9`. Breaks only between them. */
export function sayParts(parts: readonly BarPart[]): string {
  return parts
    .filter((part) => part.count > 0)
    .map((part) => `${part.label} ${part.count}`.replaceAll(' ', '\u00a0'))
    .join(' · ')
}
