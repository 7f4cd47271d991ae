import type { Speech } from '#platform/i18n.tsx'
import { decimalsThatTell } from '#platform/say/index.ts'
import { distanceOf, partOf } from '../distance.ts'
import type { Verdict } from '../verdict.ts'

type Words = Pick<Speech, 'text' | 'say'>

/**
 * How far a result is from what was asked for: `pietrūkst nedaudz: 0,7 procentpunktu`, and of large steps about which part
 * of it: `pietrūkst apmēram puses (10)`. Null where no numbers were compared.
 */
export function describeStep(verdict: Verdict, speech: Words): string | null {
  const distance = distanceOf(verdict)
  if (distance === null) return null
  const { text } = speech
  const { difference, unit, side } = distance
  const isGood = verdict.status === 'met' || verdict.status === 'onTrack'
  const amounts = amountsOf(Math.abs(difference), unit, speech)
  if (side === 'equal') return text(`indicators.step.${isGood ? 'exact' : 'same'}`)
  if (side === 'within') return text('indicators.step.within', amounts)
  if (isGood) return text(`indicators.step.${side === 'above' ? 'beyond' : 'under'}`, amounts)
  const part = partOf(distance)
  const isSmall = distance.step === 'small'
  if (side === 'below') {
    if (isSmall) return text('indicators.step.short.small', amounts)
    if (part === null || part === 'double') return text('indicators.step.short', amounts)
    return text(`indicators.step.short.${part}`, amounts)
  }
  if (isSmall) return text('indicators.step.over.small', amounts)
  return text(part === null ? 'indicators.step.over' : `indicators.step.over.${part}`, amounts)
}

/** The same amount by itself, as something lacking and as a measure of more; per cents differ by points. */
function amountsOf(amount: number, unit: string, { text, say }: Words) {
  const decimals = decimalsThatTell(amount, 0)
  const written = say.number(amount, decimals)
  if (unit !== 'percent' && unit !== 'percentagePoint') return { plain: written, of: written, by: written }
  const values = { count: Number(amount.toFixed(decimals)), amount: written }
  return {
    plain: text('indicators.step.points', values),
    of: text('indicators.step.pointsOf', values),
    by: text('indicators.step.pointsBy', values),
  }
}
