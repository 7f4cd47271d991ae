import type { LegendEntry, Mark } from './drawing.ts'
import { Marks } from './drawn.tsx'
import type { Look } from './looks.ts'

/** What the signs and colours of a chart mean. Signs are drawings, so that they print and stay in forced colours. */
export function LegendList({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ key, label, marks }) => (
        <li key={key}>
          <Sign marks={marks} />
          {label}
        </li>
      ))}
    </ul>
  )
}

/** The sign of one entry. */
export function Sign({ marks }: { marks: readonly Mark[] }) {
  return (
    <svg className="mark-sign" viewBox="0 0 16 16" aria-hidden="true">
      <Marks marks={marks} />
    </svg>
  )
}

/** A square of a colour. */
export const swatch = (look: Look): Mark[] => [{ kind: 'rect', look, x: 1.5, y: 1.5, width: 13, height: 13 }]
