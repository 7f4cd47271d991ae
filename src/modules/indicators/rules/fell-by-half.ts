import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { comparabilityOf } from '../comparability.ts'
import { baselineFigure, type Figure, figuresOf, measureOf, resultFigures } from '../figures.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, IndicatorSet, Series } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorLv, lv, type Words } from '../words/say.ts'
import { isVolatile } from './value-jump.ts'

/** All losses of an indicator together must be so large, in units or points, before they are worth saying. */
export const LOSS = 10

type Loss = { series: Series; from: Figure; to: Figure; path: Figure[] }

/** Results that lost half of their baseline, or doubled it where less is good. */
export const fellByHalf: Rule<IndicatorSet> = {
  code: 'fell-by-half',
  title: { lv: 'Zaudēta puse no bāzes vērtības', en: 'Half of the baseline lost' },
  explain: {
    lv: `Uzrāda rezultātus, kuru pēdējais skaitlis ir ne vairāk kā puse no bāzes vērtības (vai vismaz divreiz lielāks, ja labāk ir mazāk) un viena rādītāja zaudējums kopā ir vismaz ${LOSS}. “Nav sasniegts” tādu kritumu noklusē: pārskatā tam vajag paskaidrojumu.`,
    en: `Reports results whose last figure is no more than half of the baseline (or at least twice as much where less is good), when an indicator has lost ${LOSS} or more in all. “Target missed” hides such a fall: a report should explain it.`,
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const losses = indicator.series.flatMap((series) => lossOf(measuredAs(indicator, series), series) ?? [])
      const lost = losses.reduce((sum, { from, to }) => sum + Math.abs(numberOf(from) - numberOf(to)), 0)
      if (lost < LOSS) return []
      const say = (words: Words) =>
        losses.map(({ series, path }) => {
          const figures = path.map(({ value }) => words.value(value)).join(' → ')
          const label = series.label?.[words.language]
          return label ? `${label} ${figures}` : figures
        })
      const isUp = indicator.direction === 'up'
      return {
        severity: 'notice' as const,
        subjects: losses.map(({ series, to }) => aboutSeries(series, { period: to.period })),
        explanation: sentences(
          `${indicatorLv(indicator, 'ā')} pret bāzes vērtību ${isUp ? 'zaudēta vismaz puse' : 'rezultāts vismaz divkāršojies, lai gan labāk ir mazāk'}: ${say(lv).join('; ')}.`,
          `since its baseline, indicator ${indicator.code} ${isUp ? 'has lost half or more' : 'has at least doubled, though less is better'}: ${say(en).join('; ')}.`,
        ),
      }
    }),
}

function lossOf(indicator: Indicator, series: Series): Loss | null {
  const [from, to] = [baselineFigure(series), resultFigures(series).at(-1)]
  const [before, after] = [from && measureOf(from.value), to && measureOf(to.value)]
  if (!from || !to || !before || !after || before.unit !== after.unit || before.number <= 0) return null
  if (isVolatile(series) || comparabilityOf(indicator, series, from, to) !== 'yes') return null
  const isLost =
    (indicator.direction === 'up' && after.number >= 0 && 2 * after.number <= before.number) ||
    (indicator.direction === 'down' && after.number >= 2 * before.number)
  return isLost ? { series, from, to, path: [from, ...figuresOf(series).slice(-2)].filter(isFirst) } : null
}

const isFirst = (figure: Figure, index: number, all: Figure[]) => all.indexOf(figure) === index
const numberOf = ({ value }: Figure) => measureOf(value)?.number ?? 0
