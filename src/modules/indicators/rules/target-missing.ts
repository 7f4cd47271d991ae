import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { Indicator, Series } from '../model.ts'
import { promisedIndicators, targetYears } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'
import type { PartOfSet } from './carried.ts'

/** Indicators that are measured without anything having been promised for the year. */
export const targetMissing: Rule<PartOfSet> = {
  code: 'target-missing',
  title: { lv: 'Nav sasniedzamās vērtības', en: 'No target' },
  explain: {
    lv: 'Rādītājam, pēc kura vērtē stratēģiju, vajadzīga sasniedzamā vērtība. Bez tā rezultātu var nolasīt, bet nevar pateikt, vai tas ir pietiekami labs. Pārbaude uzrāda rezultātus bez nevienas sasniedzamās vērtības un rezultātus, kuriem tās nav gadā, kad tā ir citiem tā paša rādītāja rezultātiem.',
    en: 'An indicator by which a strategy is judged needs a target. Without one the result can be read, but nobody can say whether it is good enough. The check reports results without any target, and results without one for a year for which others of the indicator have one.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      if (set.carried?.target === false) return []
      const gaps = targetYears(set)
        .map((year) => ({ year, series: indicator.series.filter((one) => isOpen(indicator, one, year)) }))
        .filter(({ series }) => series.length > 0)
      if (gaps.length === 0) return []
      const affected = indicator.series.filter((one) => gaps.some(({ series }) => series.includes(one)))
      return {
        severity: 'obstacle' as const,
        subjects: aboutIndicator(indicator, affected),
        explanation: explain(indicator, gaps),
      }
    }),
}

/**
 * An indicator may have its own target years. So a year is open for a series without any target, and where others of
 * the indicator have one for it.
 */
function isOpen({ series }: Indicator, one: Series, year: number): boolean {
  if (hasTarget(one, year)) return false
  return one.targets.every(({ kind }) => kind === 'none') || series.some((other) => hasTarget(other, year))
}

function hasTarget(series: Series, year: number): boolean {
  return series.targets.some((target) => target.year === year && target.kind !== 'none')
}

function explain(indicator: Indicator, gaps: { year: number; series: Series[] }[]) {
  const latvian = gaps.map(({ year, series }) => `${year}. gadam${lv.inBrackets(indicator, series)}`)
  const english = gaps.map(({ year, series }) => `${year}${en.inBrackets(indicator, series)}`)
  return sentences(
    `${indicatorLv(indicator, 'am')} nav sasniedzamās vērtības ${lv.list(latvian)}, tāpēc rezultātu nav pret ko vērtēt.`,
    `${indicatorEn(indicator)} has no target for ${en.list(english)}, so there is nothing to judge the result against.`,
  )
}
