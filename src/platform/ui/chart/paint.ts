import { element } from './svg.ts'

/** What a part of a bar means; it has the colour that it has on pages. */
export type Fill =
  | 'implemented'
  | 'inProgress'
  | 'partial'
  | 'deferred'
  | 'notStarted'
  | 'unreported'
  | 'met'
  | 'onTrack'
  | 'missed'
  | 'offTrack'
  | 'notEvaluable'
  | 'plain'

type Look = { ground: string; ink: string; stripes?: 'rising' | 'falling' | 'level' }

const good: Look = { ground: '#0a5c52', ink: '#ffffff' }
const way: Look = { ground: '#5aa394', ink: '#000000' }
const bad: Look = { ground: '#b9492f', ink: '#ffffff', stripes: 'falling' }
const unknown: Look = { ground: '#ffffff', ink: '#000000' }

/** Neighbours differ in lightness or in stripes, so that they are told apart in grey too. */
export const PAINT: Readonly<Record<Fill, Look>> = {
  implemented: good,
  inProgress: way,
  partial: { ground: '#e0b65a', ink: '#000000', stripes: 'rising' },
  deferred: { ground: '#dfe2dd', ink: '#000000', stripes: 'level' },
  notStarted: bad,
  unreported: unknown,
  met: good,
  onTrack: way,
  missed: bad,
  offTrack: { ground: '#e0b65a', ink: '#000000', stripes: 'rising' },
  notEvaluable: unknown,
  plain: good,
}

const STRIPES = {
  rising: { from: '#b98a23', path: 'M-1 7 L7 -1' },
  falling: { from: '#e08a72', path: 'M-1 -1 L7 7' },
  level: { from: '#aab0a9', path: 'M0 3 L6 3' },
} as const

/** A painted part: ground, stripes drawn as lines within it, and an edge. */
export function painted(fill: Fill, x: number, y: number, width: number, height: number): string {
  const { ground, stripes } = PAINT[fill]
  const area = { x, y, width, height }
  const over = stripes ? element('rect', { ...area, fill: `url(#stripes-${stripes})` }) : ''
  return (
    element('rect', { ...area, fill: ground }) +
    over +
    element('rect', { ...area, fill: 'none', stroke: '#16211f', 'stroke-width': 0.6 })
  )
}

/** The stripes that these parts need; they stand once in a drawing. */
export function stripesFor(fills: readonly Fill[]): string {
  const kinds = [...new Set(fills.flatMap((fill) => PAINT[fill].stripes ?? []))]
  if (kinds.length === 0) return ''
  return element(
    'defs',
    {},
    ...kinds.map((kind) =>
      element(
        'pattern',
        { id: `stripes-${kind}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        element('path', {
          d: STRIPES[kind].path,
          stroke: STRIPES[kind].from,
          'stroke-width': 1.4,
          fill: 'none',
        }),
      ),
    ),
  )
}
