import { decimalsThatTell, signsOf } from '#platform/say/index.ts'
import { measureOf } from './figures.ts'
import type { Indicator, Observation } from './model.ts'
import { different, judged, not, type Outcome } from './outcome.ts'

/**
 * Judges whether the thing exists: a number says how many there are, a text that there is one, none, or that
 * nobody knows. Since when is said where the figure says it. How many people know of it, or say that it is there, is another question: such answers are
 * context, and neither prove nor disprove it.
 */
export function judgeExistence(
  { aboutPersons }: Pick<Indicator, 'aboutPersons'>,
  { value, since }: Pick<Observation, 'value' | 'since'>,
): Outcome {
  if (value.kind === 'distribution' || (value.kind === 'share' && aboutPersons)) {
    return different('existence')
  }
  if (value.kind === 'text') {
    const said = whatIsSaid(value.text.lv)
    if (said === 'unknown') return not('noResult', { missing: 'unknown' })
    const status = said === 'yes' ? 'met' : 'missed'
    if (said === 'yes' && since !== null) return judged('met', 'exists.since.met', { since })
    return judged(status, `exists.text.${status}`, {})
  }
  const { number, unit } = measureOf(value) ?? { number: 0, unit: '' }
  const status = number > 0 ? 'met' : 'missed'
  if (number > 0 && since !== null) return judged('met', 'exists.since.met', { since })
  const figures = { result: number, ...signsOf(unit, 'lv') }
  return judged(status, `exists.number.${status}`, figures, { decimals: decimalsThatTell(number, 0) })
}

/** Words with which a text says that there is none, or that it is not known; in either language. */
const UNKNOWN = /^(nav zinām|nezin|unknown|not known)/
const NONE =
  /^(nav|nē|neviens|neviena|nevienam|nevienā|nepastāv|neeksistē|no|none|not|there (is|are) no(ne|t)?)(?![\p{L}\p{N}])/u

function whatIsSaid(text: string): 'yes' | 'no' | 'unknown' {
  const words = text.trim().toLocaleLowerCase('lv')
  if (UNKNOWN.test(words)) return 'unknown'
  return NONE.test(words) ? 'no' : 'yes'
}
