import type { Speech } from '#platform/i18n.tsx'
import { signsOf } from '#platform/say/index.ts'
import { certaintyOf, type FigureCertainty, type FigureInterval } from '../certainty.ts'
import { measureOf } from '../figures.ts'
import type { Indicator, Observation } from '../model.ts'
import type { Verdict } from '../verdict.ts'

type Words = Pick<Speech, 'text' | 'say'>

/** An interval with as many decimals as its figure, one at least and two at most: `84,1–92,5 %`. */
export function formatInterval(
  { low, high }: Pick<FigureInterval, 'low' | 'high'>,
  { number, unit }: { number: number; unit: string },
  { say }: Pick<Words, 'say'>,
): string {
  const decimals = Math.min(2, Math.max(1, String(number).split('.')[1]?.length ?? 0))
  const { prefix, suffix } = signsOf(unit, say.language)
  return `${prefix}${say.fixed(low, decimals)}–${say.fixed(high, decimals)}${suffix}`
}

const measureIn = ({ value }: Pick<Observation, 'value'>) => measureOf(value) ?? { number: 0, unit: '' }

/** How sure a figure is, in a few words: `n = 216, 95 % intervāls 84,1–92,5 %` or `n nav zināms`. */
export function describeCertainty(
  { n, interval }: FigureCertainty,
  observation: Pick<Observation, 'value'>,
  speech: Words,
): string {
  const { text, say } = speech
  const counted =
    n === null ? text('indicators.certainty.nUnknown') : text('indicators.certainty.n', { n: say.number(n) })
  if (interval === null) return counted
  const sure =
    interval.method === 'census'
      ? text('indicators.certainty.census')
      : text('indicators.certainty.interval', {
          interval: formatInterval(interval, measureIn(observation), speech),
        })
  return `${counted}, ${sure}`
}

/** Why a verdict is sure, or is not, in a sentence; null where that is no question. */
export function describeSureness(
  indicator: Pick<Indicator, 'restsOn'>,
  { certainty: sureness, observation }: Verdict,
  speech: Words,
): string | null {
  const { text, say } = speech
  const certainty = certaintyOf(indicator, observation)
  if (sureness === 'none' || certainty === null || observation === null) return null
  const { n, interval } = certainty
  const said = n === null ? '' : text('indicators.certainty.n', { n: say.number(n) })
  if (sureness === 'unknown') {
    if (n === null) return text('indicators.certainty.nothingKnown')
    return text('indicators.certainty.noInterval', { n: said })
  }
  const inBrackets = n === null ? '' : ` (${said})`
  if (interval === null || interval.method === 'census') {
    return text('indicators.certainty.everybody', { n: inBrackets })
  }
  const values = { interval: formatInterval(interval, measureIn(observation), speech), n: inBrackets }
  return text(`indicators.certainty.${sureness === 'certain' ? 'outside' : 'inside'}`, values)
}
