import type { IndicatorSet } from '../model.ts'
import type { SetOutline, Stated } from '../outline.ts'
import { promisedIndicators } from '../questions.ts'

export const STATED = ['direction', 'baseline', 'target'] as const satisfies readonly (keyof Stated)[]

/**
 * What at least one indicator of the whole set states. What none states is not in the documents that were loaded: that
 * is one note about them, and no finding about each indicator.
 */
export type Carried = Readonly<Stated>

/** Some indicators of a set, and what the whole set carries; unknown stands for everything. */
export type PartOfSet = IndicatorSet & { carried?: Carried }

export function carriedBy(outline: Pick<SetOutline, 'indicators'>): Carried {
  const promised = promisedIndicators(outline)
  const isStated = (field: keyof Stated) => promised.some(({ states }) => states[field])
  return { direction: isStated('direction'), baseline: isStated('baseline'), target: isStated('target') }
}

/**
 * Whether changes to some indicators may have changed what the set carries: all that state a field are among them. A
 * field that none states may have been stated before.
 */
export function mayHaveTurned(outline: Pick<SetOutline, 'indicators'>, changed: readonly string[]): boolean {
  const ids = new Set(changed)
  const promised = promisedIndicators(outline)
  return STATED.some((field) => promised.every(({ id, states }) => !states[field] || ids.has(id)))
}
