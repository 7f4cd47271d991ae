import { defineSorting } from '#platform/ui/sort.ts'
import { SEVERITIES } from './model.ts'

/** By what the table of rules can be sorted. */
export const RULE_SORTING = defineSorting(['rule', ...SEVERITIES], { anchor: 'parbaudes' })
