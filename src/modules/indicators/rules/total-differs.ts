import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { type Figure, figuresOf, measureOf } from '../figures.ts'
import type { IndicatorSet, ObservedValue } from '../model.ts'
import { decimalsOf } from '../printed-decimals.ts'
import { aboutSeries } from '../subjects.ts'
import { totalsOf } from '../totals.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/**
 * Totals that their parts do not give. Counts are added; a share or a ratio of all lies between those of the parts,
 * whatever their weights. What is printed is rounded, so each figure may be off by half of its last place.
 */
export const totalDiffers: Rule<IndicatorSet> = {
  code: 'total-differs',
  title: { lv: 'Kopskaits neatbilst daļām', en: 'A total that its parts do not give' },
  explain: {
    lv: 'Rindu ar griezuma vērtību “kopā” (total) vai bez šī griezuma pārbaude salīdzina ar tās daļām tajā pašā periodā. Skaitļu daļām kopā jādod kopskaits, neviena nedrīkst būt lielāka par to, un visu kopējam īpatsvaram jābūt starp mazāko un lielāko daļu. Ja tā nav, kāda daļa ir izlaista, skaitīta divreiz vai pārrakstīta ar kļūdu.',
    en: 'The check compares a result with the breakdown value “total”, or without that breakdown, with its parts in the same period. Counts of the parts must add up to the total, none may be larger than it, and the share of all must lie between the smallest and the largest part. Otherwise a part is missing, counted twice or copied wrongly.',
  },
  check: ({ indicators }) =>
    indicators.flatMap((indicator) =>
      totalsOf(indicator).flatMap(({ total, parts }) => {
        const faults = figuresOf(total).flatMap((whole) => {
          const some = parts.flatMap(
            (part) => figuresOf(part).find((one) => one.period === whole.period) ?? [],
          )
          const fault = faultOf(whole, some, some.length === parts.length)
          return fault === null ? [] : [{ period: whole.period, fault }]
        })
        if (faults.length === 0) return []
        const say = (words: Words) =>
          faults
            .map(({ period, fault }) => `${words.period(period, 'short')} ${fault[words.language]}`)
            .join('; ')
        return {
          severity: 'contradiction' as const,
          subjects: faults.flatMap(({ period }) =>
            [total, ...parts].map((one) => aboutSeries(one, { period })),
          ),
          explanation: sentences(
            `${indicatorLv(indicator, 'ā', [total])} kopējais skaitlis neatbilst daļām: ${say(lv)}. Kāda daļa ir izlaista, skaitīta vairākkārt vai pārrakstīta ar kļūdu.`,
            `in ${indicatorEn(indicator, [total])}, the total is not what its parts give: ${say(en)}. A part is missing, counted more than once or copied wrongly.`,
          ),
        }
      }),
    ),
}

/** Why the parts cannot make this whole; null when they can. `isAll`: every part has a figure. */
function faultOf(whole: Figure, parts: readonly Figure[], isAll: boolean): LocalText | null {
  const [total, numbers] = [measureOf(whole.value), parts.map(({ value }) => measureOf(value))]
  if (!total || numbers.some((one) => one?.unit !== total.unit)) return null
  const values = numbers.flatMap((one) => one?.number ?? [])
  const isCount = whole.value.kind === 'number' && total.unit === 'count'
  if (isCount) {
    const slack = [whole, ...parts].reduce((sum, figure) => sum + halfPlace(figure), 0)
    const larger = values.find((value) => value > total.number + slack)
    if (larger !== undefined) return partLarger(larger, total)
    const sum = values.reduce((all, value) => all + value, 0)
    const isOff = isAll && values.length > 1 && Math.abs(sum - total.number) > slack
    return isOff ? sumDiffers(values, sum, total) : null
  }
  if (!isAll || values.length < 2) return null
  const counted = countsOff(whole.value, parts)
  if (counted) return counted
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const edge = halfPlace(whole) + Math.max(...parts.map(halfPlace))
  const isBetween = total.number >= low - edge && total.number <= high + edge
  return isBetween ? null : outOfRange(total, low, high)
}

/** Whole counts are exact; what has decimals was rounded to them, and a share or a ratio to its last digit. */
function halfPlace({ value, printed }: Figure): number {
  const measure = measureOf(value)
  if (!measure) return 0
  const decimals = decimalsOf(measure.number, printed)
  return measure.unit === 'count' && decimals === 0 ? 1e-9 : 0.5 * 10 ** -decimals
}

type Measure = { number: number; unit: string }

const partLarger = (part: number, { number, unit }: Measure): LocalText => ({
  lv: `kopā ir ${lv.quantity(number, unit)}, bet vienā daļā – ${lv.quantity(part, unit)}`,
  en: `all are ${en.quantity(number, unit)}, but one part is ${en.quantity(part, unit)}`,
})

function sumDiffers(values: number[], sum: number, { number, unit }: Measure): LocalText {
  const terms = (words: Words) => values.map((value) => words.quantity(value, unit)).join(' + ')
  return {
    lv: `${terms(lv)} = ${lv.quantity(sum, unit, 6)}, bet kopā norādīts ${lv.quantity(number, unit)}`,
    en: `${terms(en)} = ${en.quantity(sum, unit, 6)}, but the total is given as ${en.quantity(number, unit)}`,
  }
}

const outOfRange = ({ number, unit }: Measure, low: number, high: number): LocalText => ({
  lv: `kopā norādīts ${lv.quantity(number, unit)}, bet daļās ir no ${lv.quantity(low, unit)} līdz ${lv.quantity(high, unit)}`,
  en: `the whole is given as ${en.quantity(number, unit)}, but its parts lie between ${en.quantity(low, unit)} and ${en.quantity(high, unit)}`,
})

/** Shares of which all counts are known: numerators and denominators add up as counts do. */
function countsOff(whole: ObservedValue, parts: readonly Figure[]): LocalText | null {
  for (const side of ['numerator', 'denominator'] as const) {
    const counts = parts.map(({ value }) => (value.kind === 'share' ? value[side] : undefined))
    const total = whole.kind === 'share' ? whole[side] : undefined
    const known = counts.flatMap((count) => count ?? [])
    const sum = known.reduce((all, count) => all + count, 0)
    if (total === undefined || known.length < counts.length || Math.abs(sum - total) <= 1e-6) continue
    return sumDiffers(known, sum, { number: total, unit: 'count' })
  }
  return null
}
