import { useSpeech } from '../i18n.tsx'

const WIDTH = 640 // drawing units; CSS decides the size on the page
const GAP = 1.5

/** A part of a bar and where what it counts is listed. */
export type LinkedPart = { key: string; label: string; count: number; address: string }

/**
 * Counts as parts of one bar that lead to what they count. The same links stand below it in words, large enough for a
 * finger; the bar itself is there for eyes and mice only.
 */
export function LinkedBar({ parts, label }: { parts: readonly LinkedPart[]; label: string }) {
  const { path } = useSpeech()
  const shown = parts.filter((part) => part.count > 0)
  const total = shown.reduce((sum, part) => sum + part.count, 0)
  const room = WIDTH - GAP * Math.max(0, shown.length - 1)
  const widths = shown.map((part) => (part.count / total) * room)
  const leftOf = (place: number) => widths.slice(0, place).reduce((sum, width) => sum + width + GAP, 0)
  return (
    <figure>
      <svg className="bar large" aria-hidden="true" viewBox={`0 0 ${WIDTH} 28`} preserveAspectRatio="none">
        {shown.map((part, place) => (
          <a key={part.key} href={path(part.address)} tabIndex={-1}>
            <rect className={`fill-${part.key}`} x={leftOf(place)} y={0} width={widths[place]} height={28} />
          </a>
        ))}
      </svg>
      <figcaption>
        <ul className="legend" aria-label={label}>
          {shown.map((part) => (
            <li key={part.key}>
              <span className={`key fill-${part.key}`} aria-hidden="true" />
              <a href={path(part.address)}>
                {part.label} {part.count}
              </a>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
