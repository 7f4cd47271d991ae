import { type BarPart, StackedBar } from '#platform/ui/stacked-bar.tsx'
import { sayParts } from '../plots/status-parts.ts'

/** A small bar for a table cell with the same counts in words below it; only the words when all are 0. */
export function CountedBar({
  parts,
  label,
  none,
}: {
  parts: readonly BarPart[]
  label: string
  none: string
}) {
  const words = sayParts(parts)
  if (words === '') return <span className="quiet">{none}</span>
  return (
    <>
      <StackedBar parts={parts} label={`${label}: ${words}`} />
      <span className="note">{words}</span>
    </>
  )
}
