import { comparePeriods } from '#platform/period.ts'
import { sentences } from '#platform/say/index.ts'
import { type Figure, measureOf, resultFigures } from '../figures.ts'
import type { Indicator, Series } from '../model.ts'
import { contextIndicators, promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/**
 * Counts of institutions larger than the number of institutions of that kind.
 *
 * The data do not say which context figure bounds which indicator, so it is read off both: the Latvian titles
 * say that institutions are counted (`iestāžu skaits`, `skolu skaits`), and the context series has all the
 * breakdown values of the other, besides none or `total`, e.g. `institutionType=preschool` and
 * `institutionKind=preschool;founder=total`. Where titles say it otherwise the rule stays silent.
 */
export const countExceedsExisting: OutlineRule = {
  code: 'count-exceeds-existing',
  title: { lv: 'Iestāžu norādīts vairāk, nekā pastāv', en: 'More than there are' },
  explain: {
    lv: 'Iestāžu, kurās kaut kas notiek, nevar būt vairāk nekā iestāžu. Pārbaude salīdzina iestāžu skaitu rādītājā ar to, cik šāda veida iestāžu pašvaldībā ir tajā pašā gadā vai tuvākajos zināmajos gados pirms un pēc tā. Ja skaits ir lielāks, skaitīts kas cits, piemēram, mācību vietas vai programmas.',
    en: 'There cannot be more institutions in which something happens than there are institutions. The check compares a count of institutions with how many of that kind the municipality has in the same year, or in the nearest known years before and after it. When the count is larger, something else was counted, such as sites or programmes.',
  },
  check: ({ institutions }) => {
    const existing = contextIndicators(institutions).flatMap(seriesOf)
    const counted = promisedIndicators(institutions).flatMap(seriesOf)
    return counted.flatMap(({ indicator, series }) => {
      const limit = existing.find((one) => bounds(one.series, series))
      if (!limit) return []
      return resultFigures(series).flatMap((result) => {
        const count = measureOf(result.value)
        const known = nearestFigures(limit.series, result.period)
        const most = Math.max(...known.map(({ value }) => measureOf(value)?.number ?? 0))
        if (known.length === 0 || count?.unit !== 'count' || count.number <= most) return []
        const places = { indicator, series, result, known, limit }
        return {
          severity: 'contradiction' as const,
          subjects: [
            aboutSeries(series, { period: result.period }),
            ...known.map(({ period }) => aboutSeries(limit.series, { period })),
          ],
          explanation: explain(places),
        }
      })
    })
  },
}

function seriesOf(indicator: Indicator) {
  return indicator.series.map((series) => ({ indicator, series }))
}

function bounds(existing: Series, counted: Series): boolean {
  const values = valuesOf(counted)
  const known = valuesOf(existing)
  const rest = known.filter((value) => !values.includes(value))
  const isSame = values.length > 0 && values.every((value) => known.includes(value))
  return isSame && rest.every((value) => value === 'total')
}

/** What a series is a part of; its institution cannot be taken for a value of a breakdown that is written alike. */
const valuesOf = ({ breakdown, institution }: Series): string[] => [
  ...Object.values(breakdown),
  ...(institution === null ? [] : [`institution=${institution.key}`]),
]

/** The figure of the period, or the last one before it and the first one after. */
function nearestFigures(series: Series, period: string): Figure[] {
  const figures = resultFigures(series).filter(({ value }) => measureOf(value)?.unit === 'count')
  const same = figures.find((figure) => figure.period === period)
  if (same) return [same]
  const before = figures.filter((figure) => comparePeriods(figure.period, period) < 0).at(-1)
  const after = figures.find((figure) => comparePeriods(figure.period, period) > 0)
  return [before, after].filter((figure) => figure !== undefined)
}

type Places = {
  indicator: Indicator
  series: Series
  result: Figure
  known: Figure[]
  limit: { indicator: Indicator; series: Series }
}

function explain({ indicator, series, result, known, limit }: Places) {
  const count = measureOf(result.value)?.number ?? 0
  const institutions = lv.form(count, { zero: 'iestāžu', one: 'iestāde', other: 'iestādes' })
  const existing = (words: Words) => words.list(known.map((figure) => words.figure(figure)))
  return sentences(
    `${indicatorLv(indicator, 'ā', [series])} ${lv.period(result.period, 'in')} ir ${lv.number(count)} ${institutions}, bet ${indicatorLv(limit.indicator, 's', [limit.series])} rāda, ka pavisam to ir mazāk: ${existing(lv)}.`,
    `${indicatorEn(indicator, [series])} counts ${en.number(count)} institutions in ${en.period(result.period, 'short')}, but ${indicatorEn(limit.indicator, [limit.series])} shows that there are fewer of them: ${existing(en)}.`,
  )
}
