import type { ValueKind } from './model.ts'

/** What figures may be counted in. `heads` are people in a distribution; a text has no unit but `text`. */
export const UNITS = ['count', 'percent', 'percentagePoint', 'ratio', 'heads', 'text'] as const
export type Unit = (typeof UNITS)[number]

/** Units in which a value of each kind can be. */
export const UNITS_OF: Readonly<Record<ValueKind, readonly Unit[]>> = {
  number: ['count', 'percent', 'percentagePoint'],
  share: ['percent'],
  ratio: ['ratio'],
  distribution: ['count', 'percent', 'heads'],
  text: ['text'],
}
