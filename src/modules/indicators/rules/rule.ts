import type { Rule } from '#modules/findings'
import type { IndicatorSet } from '../model.ts'
import { outlineOf, type SetOutline } from '../outline.ts'
import { countsInstitutions } from './counts-institutions.ts'

/** What can be asked only of all indicators together. */
export type WholeSet = {
  outline: SetOutline
  /** The indicators that count institutions, with their figures. */
  institutions: IndicatorSet
}

/** A question to all indicators together. */
export type OutlineRule = Rule<WholeSet>

/** What rules ask of a set that was read as a whole. */
export const wholeOf = (set: IndicatorSet): WholeSet => ({
  outline: outlineOf(set),
  institutions: { ...set, indicators: set.indicators.filter(countsInstitutions) },
})
