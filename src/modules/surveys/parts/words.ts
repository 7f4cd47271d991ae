import type { Speech } from '#platform/i18n.tsx'
import type { Population, PrintedPercent } from '../model.ts'

type Numbers = Pick<Speech, 'number'>
type Words = Pick<Speech, 'text' | 'number'>

const NO_BREAK = '\u00a0'

/** A number with exactly so many decimals, and a true minus. */
export function formatNumber(value: number, decimals: number, { number }: Numbers): string {
  const written = number(Math.abs(value), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return value < 0 && /[1-9]/.test(written) ? `−${written}` : written
}

/** `81 %` */
export function formatPercent({ percent, decimals }: PrintedPercent, numbers: Numbers): string {
  return `${formatNumber(percent, decimals, numbers)}${NO_BREAK}%`
}

/** Bounds given as shares of 1, written as per cents: `77–85`; one number where both are the same. */
export function formatInterval(
  { low, high }: { low: number; high: number },
  decimals: number,
  numbers: Numbers,
): string {
  const [from, to] = [low, high].map((bound) => formatNumber(bound * 100, decimals, numbers))
  return from === to ? `${from}` : `${from}–${to}`
}

/** `81 % (77–85)` */
export function formatEstimate(
  estimate: { share: number; low: number; high: number },
  decimals: number,
  numbers: Numbers,
): string {
  const percent = formatPercent({ percent: estimate.share * 100, decimals }, numbers)
  return `${percent} (${formatInterval(estimate, decimals, numbers)})`
}

/** How many people a group has, and how that is known. */
export function sayPopulation(
  population: Population,
  { text, number }: Words,
): { size: string; how: string } {
  switch (population.kind) {
    case 'given':
      return { size: number(population.best), how: text('surveys.population.given') }
    case 'feasible':
      return population.low === population.high
        ? { size: number(population.best), how: text('surveys.population.computed') }
        : {
            size: text('surveys.population.about', { best: population.best }),
            how: text('surveys.population.range', { low: population.low, high: population.high }),
          }
    case 'unknown':
      return { size: text('surveys.population.unknown'), how: text('surveys.population.unsaid') }
  }
}

/** Names joined as the language does: `a, b un c`. */
export function sayList(names: readonly string[], { language }: Pick<Speech, 'language'>): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(names)
}
