import type { Need, State } from './state.ts'

/** Wide intervals first, then small values, which have least room; equals in the order of the release. */
export function hardestFirst({ needs, system }: State): Need[] {
  const room = (variable: number) => -system.low[variable]!
  return [...needs].sort(
    (a, b) => b.width - a.width || room(a.variable) - room(b.variable) || a.variable - b.variable,
  )
}
