import type { Speech } from '#platform/i18n.tsx'
import type { Population, PrintedPercent, SurveyGroup } from '../model.ts'

type Numbers = Pick<Speech, 'say'>
type Words = Pick<Speech, 'text' | 'say'>

/** `81 %` */
export function formatPercent({ percent, decimals }: PrintedPercent, { say }: Numbers): string {
  return say.fixedPercent(percent, decimals)
}

/** Bounds given as shares of 1, written as per cents: `77–85`; one number where both are the same. */
export function formatInterval(
  { low, high }: { low: number; high: number },
  decimals: number,
  { say }: Numbers,
): string {
  const [from, to] = [low, high].map((bound) => say.fixed(bound * 100, decimals))
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

/** How many answered, or below what their covered number is. */
export const sayRespondents = (
  { respondents, fewerThan }: Pick<SurveyGroup, 'respondents' | 'fewerThan'>,
  { text, say }: Words,
): string =>
  respondents === null ? text('surveys.group.fewer', { number: fewerThan ?? 0 }) : say.number(respondents)

/** How many people a group has, and how that is known. */
export function sayPopulation(population: Population, { text, say }: Words): { size: string; how: string } {
  switch (population.kind) {
    case 'given':
      return { size: say.number(population.best), how: text('surveys.population.given') }
    case 'feasible':
      return population.low === population.high
        ? { size: say.number(population.best), how: text('surveys.population.computed') }
        : {
            size: text('surveys.population.about', { best: population.best }),
            how: text('surveys.population.range', { low: population.low, high: population.high }),
          }
    case 'unknown':
      return { size: text('surveys.population.unknown'), how: text('surveys.population.unsaid') }
  }
}
