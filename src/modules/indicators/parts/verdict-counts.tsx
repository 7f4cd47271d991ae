import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { STATUSES } from '../list.ts'
import { listAddress } from '../list-address.ts'
import type { VerdictCounts } from '../roll-up.ts'

type Props = {
  counts: VerdictCounts
  /** The list of indicators. */
  address: string
  chosen: string | null
  goal?: string | undefined
  /** What is counted, where a page has several bars. */
  of?: string | undefined
  isLarge?: boolean
}

/** Verdicts counted as one bar, and in words that lead to the results that are counted. */
export function VerdictBar({ counts, address, chosen, goal, of, isLarge = false }: Props) {
  const { text } = useSpeech()
  const parts = STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    key: status,
    label: text(`indicators.verdict.${status}`),
    count: counts[status],
    address: listAddress(address, { period: chosen, goal, verdicts: [status] }),
  }))
  const said = parts.map((part) => `${part.label} ${part.count}`).join(', ')
  return (
    <figure className="counted">
      <StackedBar parts={parts} label={text('indicators.summary.bar', { parts: said })} isLarge={isLarge} />
      <BarLegend parts={parts} of={of} />
    </figure>
  )
}
