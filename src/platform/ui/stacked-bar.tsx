import { Sign, swatch } from './chart/legend-list.tsx'
import type { Look } from './chart/looks.ts'

const WIDTH = 640 // drawing units; CSS decides the size on the page
const HEIGHT = 28
const GAP = 1.5

/** A part, with the address of what is counted in it where that is listed. */
export type BarPart = { key: string; label: string; count: number; address?: string }
/** A part whose things are listed somewhere. */
type LinkedPart = BarPart & { address: string }

type Props = { parts: readonly BarPart[]; label: string; isLarge?: boolean }

/** Counts as parts of one bar. `key` picks the colour (`fill-…`); the label says all of it in words. */
export function StackedBar({ parts, label, isLarge = false }: Props) {
  return (
    <svg
      className={isLarge ? 'bar large' : 'bar'}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {placeParts(parts).map((placed) => (
        <Piece key={placed.part.key} {...placed} />
      ))}
    </svg>
  )
}

/**
 * The same where each part leads to what it counts. The links stand below it in words, large enough for a finger; the
 * bar itself is there for eyes and mice only.
 */
export function LinkedBar({ parts, label }: { parts: readonly LinkedPart[]; label: string }) {
  return (
    <figure>
      <svg
        className="bar large"
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {placeParts(parts).map((placed) => (
          <a key={placed.part.key} href={placed.part.address} tabIndex={-1}>
            <Piece {...placed} />
          </a>
        ))}
      </svg>
      <figcaption>
        <BarLegend parts={parts.filter(({ count }) => count > 0)} label={label} />
      </figcaption>
    </figure>
  )
}

type Placed<Part> = { part: Part; x: number; width: number }

/** Where each part that counts something lies on the bar. */
function placeParts<Part extends BarPart>(parts: readonly Part[]): Placed<Part>[] {
  const shown = parts.filter((part) => part.count > 0)
  const total = shown.reduce((sum, part) => sum + part.count, 0)
  const room = WIDTH - GAP * Math.max(0, shown.length - 1)
  let left = 0
  return shown.map((part) => {
    const placed = { part, x: left, width: (part.count / total) * room }
    left += placed.width + GAP
    return placed
  })
}

function Piece({ part, x, width }: Placed<BarPart>) {
  return <rect className={`fill-${part.key}`} x={x} y={0} width={width} height={HEIGHT} />
}

type LegendProps = {
  parts: readonly BarPart[]
  label?: string | undefined
  /** What is counted, where a page has several such bars: it is in the name of each link. */
  of?: string | undefined
}

/** What the colours of a bar mean, with the counts, for eyes that do not tell the colours apart. */
export function BarLegend({ parts, label, of }: LegendProps) {
  return (
    <ul className="legend" aria-label={label}>
      {parts.map((part) => (
        <li key={part.key}>
          <Sign marks={swatch(`fill-${part.key}` as Look)} />
          {part.address === undefined ? (
            `${part.label} ${part.count}`
          ) : (
            <a href={part.address}>
              {part.label} {part.count}
              {of === undefined ? null : <span className="visually-hidden"> – {of}</span>}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
