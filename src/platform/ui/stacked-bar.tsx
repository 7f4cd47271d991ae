import { Sign, swatch } from './chart/legend-list.tsx'
import type { Look } from './chart/looks.ts'

const WIDTH = 640 // drawing units; CSS decides the size on the page
const GAP = 1.5

/** A part, with the address of what is counted in it where that is listed. */
export type BarPart = { key: string; label: string; count: number; address?: string }

type Props = { parts: readonly BarPart[]; label: string; isLarge?: boolean }

/** Counts as parts of one bar. `key` picks the colour (`fill-…`); the label says all of it in words. */
export function StackedBar({ parts, label, isLarge = false }: Props) {
  const shown = parts.filter((part) => part.count > 0)
  const total = shown.reduce((sum, part) => sum + part.count, 0)
  const room = WIDTH - GAP * Math.max(0, shown.length - 1)
  let left = 0
  return (
    <svg
      className={isLarge ? 'bar large' : 'bar'}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} 28`}
      preserveAspectRatio="none"
    >
      {shown.map((part) => {
        const width = (part.count / total) * room
        const x = left
        left += width + GAP
        return <rect key={part.key} className={`fill-${part.key}`} x={x} y={0} width={width} height={28} />
      })}
    </svg>
  )
}

/** What the colours of a bar mean, with the counts, for eyes that do not tell the colours apart. */
export function BarLegend({ parts }: { parts: readonly BarPart[] }) {
  return (
    <ul className="legend">
      {parts.map((part) => (
        <li key={part.key}>
          <Sign marks={swatch(`fill-${part.key}` as Look)} />
          {part.address === undefined ? part.label : <a href={part.address}>{part.label}</a>} {part.count}
        </li>
      ))}
    </ul>
  )
}
