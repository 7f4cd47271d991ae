import { feasiblePopulations, isShareFeasible, nearestFeasibleShares } from '@izaugsme/statistics'
import type { LocalText } from '#platform/texts/text.ts'
import { decimalsOf } from '../printed-decimals.ts'
import { en, lv, type Words } from '../words/say.ts'

/** A share in per cent with what is known about where it comes from. */
type PrintedShare = {
  percent: number
  numerator?: number | undefined
  denominator?: number | undefined
  printed: string | null
  /** Persons are counted in whole numbers; sums of money need not be. */
  isAboutPersons: boolean
}

/** Why a share cannot be, said so that it continues a sentence; null when it can. */
export function shareFault({ percent, numerator, denominator, printed, isAboutPersons }: PrintedShare) {
  const counts = [numerator, denominator].filter((count) => count !== undefined)
  const part = counts.find((count) => !Number.isSafeInteger(count))
  if (percent < 0 || percent > 100) return outside(percent)
  if (counts.some((count) => count < 0) || denominator === 0) return noTotal(percent, Math.min(...counts))
  if (part !== undefined && isAboutPersons) return partOfPerson(percent, part)
  if (numerator !== undefined && denominator !== undefined) {
    if (numerator > denominator) return numeratorLarger(numerator, denominator)
    return quotientFault(percent, numerator, denominator, decimalsOf(percent, printed))
  }
  if (part !== undefined) return null
  if (denominator !== undefined) return totalFault(percent, denominator, decimalsOf(percent, printed))
  if (numerator !== undefined) return countFault(percent, numerator, decimalsOf(percent, printed))
  return null
}

function outside(percent: number): LocalText {
  return {
    lv: `norādīts īpatsvars ${lv.quantity(percent, 'percent')}, bet īpatsvars var būt tikai no 0 līdz ${lv.quantity(100, 'percent')}.`,
    en: `gives a share of ${en.quantity(percent, 'percent')}, but a share lies between 0 and ${en.quantity(100, 'percent')}.`,
  }
}

function noTotal(percent: number, count: number): LocalText {
  return {
    lv: `īpatsvars ${lv.quantity(percent, 'percent')} balstās uz skaitli ${lv.number(count)}, bet no tā īpatsvaru nevar aprēķināt.`,
    en: `has a share of ${en.quantity(percent, 'percent')} that rests on ${en.number(count)}, from which no share can be computed.`,
  }
}

function partOfPerson(percent: number, count: number): LocalText {
  return {
    lv: `īpatsvars ${lv.quantity(percent, 'percent')} balstās uz skaitli ${lv.number(count)}, bet cilvēkus skaita veselos skaitļos.`,
    en: `has a share of ${en.quantity(percent, 'percent')} that rests on ${en.number(count)}, but people are counted in whole numbers.`,
  }
}

function numeratorLarger(numerator: number, denominator: number): LocalText {
  return {
    lv: `skaitītājs ${lv.number(numerator)} ir lielāks par saucēju ${lv.number(denominator)}.`,
    en: `has a numerator of ${en.number(numerator)}, which is larger than its denominator of ${en.number(denominator)}.`,
  }
}

/** The quotient must print as the share; at ties both ways of rounding are accepted. */
function quotientFault(percent: number, numerator: number, denominator: number, decimals: number) {
  const exact = (100 * numerator) / denominator
  if (Math.abs(exact - percent) <= 0.5 * 10 ** -decimals + 1e-9) return null
  const real = Number(exact.toFixed(Math.max(decimals, 1)))
  return {
    lv: `norādīts īpatsvars ${lv.quantity(percent, 'percent')}, bet ${lv.number(numerator)} no ${lv.number(denominator)} ir ${lv.quantity(real, 'percent')}.`,
    en: `gives a share of ${en.quantity(percent, 'percent')}, but ${en.number(numerator)} of ${en.number(denominator)} is ${en.quantity(real, 'percent')}.`,
  }
}

function totalFault(percent: number, total: number, decimals: number): LocalText | null {
  const share = roundedShare(percent, decimals)
  // With so many in the total, every share that can be printed can also be reached.
  if (total >= 100 * 10 ** decimals || isShareFeasible(share, total, decimals)) return null
  const { below, above } = nearestFeasibleShares(share, total, decimals)
  const neighbours = [below, above].filter((one) => one !== undefined)
  const say = (words: Words, of: string, is: string) =>
    words.list(
      neighbours.map(({ successes, share: reached }) => {
        const attainable = Number((100 * reached).toFixed(decimals))
        return `${words.number(successes)} ${of} ${words.number(total)} ${is} ${words.quantity(attainable, 'percent')}`
      }),
    )
  return {
    lv: `norādīts īpatsvars ${lv.quantity(percent, 'percent')}, bet no ${lv.number(total)} tādu nevar iegūt: ${say(lv, 'no', 'ir')}.`,
    en: `gives a share of ${en.quantity(percent, 'percent')}, but no count out of ${en.number(total)} gives it: ${say(en, 'of', 'is')}.`,
  }
}

function countFault(percent: number, count: number, decimals: number): LocalText | null {
  const share = roundedShare(percent, decimals)
  const canBe =
    count === 0 || share === 0 ? count > 0 || share === 0 : feasiblePopulations(count, share, decimals)
  if (canBe) return null
  return {
    lv: `norādīts skaits ${lv.number(count)} un īpatsvars ${lv.quantity(percent, 'percent')}, bet nav tāda vesela kopskaita, no kura tas iznāktu.`,
    en: `gives a count of ${en.number(count)} and a share of ${en.quantity(percent, 'percent')}, but there is no whole total that yields both.`,
  }
}

/** The share of 1 with no more decimals of a per cent than were printed. */
function roundedShare(percent: number, decimals: number): number {
  return Number(percent.toFixed(decimals)) / 100
}
