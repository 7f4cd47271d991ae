import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { isFigure } from '../figures.ts'
import type { Indicator, IndicatorSet } from '../model.ts'
import { hasResults, promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { indicatorEn, indicatorLv } from '../words/say.ts'
import { type Gap, gapsOf, sayGaps } from './gaps.ts'

/** Results that are missing in a judged period of an indicator that has others. */
export const seriesNotMeasured: Rule<IndicatorSet> = {
  code: 'series-not-measured',
  title: { lv: 'Trūkst rezultātu', en: 'Missing results' },
  explain: {
    lv: 'Katram gadam, kuram ir sasniedzamā vērtība, vajadzīgs rezultāts. Ja tā nav, starpposma vērtējums neizdodas, un no viena rezultāta vēlāk nevar redzēt, kā mainījies stāvoklis. Ja trūkstošajam rezultātam sasniedzamās vērtības nav, tas ir tikai paziņojums.',
    en: 'Every year with a target needs a result. Without one the interim judgement fails, and from a single later result nobody can see how things developed. Where the missing result has no target to answer, this is only a note.',
  },
  tellsNoFigure: true,
  check: (set) =>
    promisedIndicators(set)
      .filter((indicator) => hasResults(indicator))
      .flatMap((indicator) => {
        const gaps = gapsOf(set, indicator).filter((gap) => !isOverdue(indicator, gap))
        if (gaps.length === 0) return []
        const reasons = sayGaps(indicator, gaps)
        const affected = indicator.series.filter((one) => gaps.some(({ series }) => series.includes(one)))
        return {
          severity: gaps.some((gap) => leavesTargetOpen(set, gap))
            ? ('obstacle' as const)
            : ('notice' as const),
          subjects: aboutIndicator(indicator, affected),
          explanation: sentences(
            `${indicatorLv(indicator, 'am')} trūkst rezultātu: ${reasons.lv}.`,
            `${indicatorEn(indicator)} lacks results: ${reasons.en}.`,
          ),
        }
      }),
}

/** A period after the last one measured, of which nothing is said: `period-without-results` says so for all together. */
function isOverdue({ series }: Indicator, { period, kind }: Gap): boolean {
  const later = series
    .flatMap(({ results }) => results.filter(isFigure))
    .filter((one) => one.period >= period)
  return kind === null && later.length === 0
}

function leavesTargetOpen({ periodRule }: IndicatorSet, { period, series }: Gap): boolean {
  const year = periodRule.get(period)
  return series.some(({ targets }) =>
    targets.some((target) => target.year === year && target.kind !== 'none'),
  )
}
