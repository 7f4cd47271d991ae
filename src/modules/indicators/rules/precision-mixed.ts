import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type Figure, figuresOf, measureOf } from '../figures.ts'
import type { IndicatorSet, Series } from '../model.ts'
import { decimalsOf } from '../printed-decimals.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorLv, lv, type Words } from '../words/say.ts'

/** Figures that stand side by side but are rounded to different places. */
export const precisionMixed: Rule<IndicatorSet> = {
  code: 'precision-mixed',
  title: { lv: 'Dažāda precizitāte', en: 'Mixed precision' },
  explain: {
    lv: 'Viena rādītāja vienā periodā iespiestiem procentiem jābūt ar vienādu ciparu skaitu aiz komata. Ja viens ir 78,25 % un otrs 85,2 %, tie droši vien ņemti no dažādiem aprēķiniem, un mazas atšķirības starp tiem neko nenozīmē.',
    en: 'Percentages printed for one indicator and one period should have the same number of decimals. When one is 78.25% and another 85.2%, they probably come from different calculations, and small differences between them mean nothing.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const figures = indicator.series.flatMap((series) =>
        figuresOf(series).flatMap((figure) => (isPrintedShare(figure) ? { series, figure } : [])),
      )
      const mixed = [...Map.groupBy(figures, ({ figure }) => figure.period).values()].filter(isMixed)
      if (mixed.length === 0) return []
      const say = (words: Words) =>
        mixed.map((group) => {
          const [first] = group
          const values = words.list(group.map(({ figure }) => asPrinted(figure, words)))
          return `${words.period(first?.figure.period ?? '', 'short')} – ${values}`
        })
      return {
        severity: 'notice' as const,
        subjects: mixed.flat().map(({ series, figure }) => aboutSeries(series, { period: figure.period })),
        explanation: sentences(
          `${indicatorLv(indicator, 'ā')} blakus esoši procenti iespiesti ar dažādu ciparu skaitu aiz komata: ${say(lv).join('; ')}.`.replace(
            /\.\.$/,
            '.',
          ),
          `in indicator ${indicator.code}, percentages side by side are printed with different numbers of decimals: ${say(en).join('; ')}.`,
        ),
      }
    }),
}

/** Only what the source prints shows its decimals: files drop zeros at the end. */
const isPrintedShare = ({ value, printed }: Figure) =>
  printed !== null && measureOf(value)?.unit === 'percent'

const decimalsIn = ({ value, printed }: Figure) => decimalsOf(measureOf(value)?.number ?? 0, printed)

const isMixed = (group: { series: Series; figure: Figure }[]) =>
  new Set(group.map(({ figure }) => decimalsIn(figure))).size > 1

const asPrinted = (figure: Figure, words: Words) =>
  words.fixedPercent(measureOf(figure.value)?.number ?? 0, decimalsIn(figure))
