import type { Drawing, Mark } from './drawing.ts'

type Props = {
  drawing: Drawing
  /** All that the drawing says, for those who do not see it. */
  label: string
  /** Which kind of chart it is, for its size on a page. */
  kind: string
}

/** A chart on a page: coloured by the page's style, also in the dark and in print. */
export function Drawn({ drawing: { width, height, marks }, label, kind }: Props) {
  return (
    <svg className={`chart ${kind}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Marks marks={marks} />
    </svg>
  )
}

/** Marks within a drawing or within the sign of a legend. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return marks.map((mark, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name, and nothing moves
    <OneMark key={index} mark={mark} />
  ))
}

function OneMark({ mark }: { mark: Mark }) {
  const { look } = mark
  switch (mark.kind) {
    case 'line':
      return <line className={look} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />
    case 'rect':
      return <rect className={look} x={mark.x} y={mark.y} width={mark.width} height={mark.height} />
    case 'circle':
      return <circle className={look} cx={mark.x} cy={mark.y} r={mark.r} />
    case 'path':
      return <path className={look} d={mark.d} />
    case 'words':
      return (
        <text className={look} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
          {mark.words}
        </text>
      )
  }
}
