import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { type Figure, figuresOf } from '../figures.ts'
import type { Indicator, IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** Bare counts where a share or a rate could be compared. */
export const absoluteWhereShareCompares: Rule<IndicatorSet> = {
  code: 'absolute-where-share-compares',
  title: { lv: 'Skaits, kur salīdzināms būtu īpatsvars', en: 'Count where a share would compare' },
  explain: {
    lv: 'Absolūts skaits aug un sarūk līdzi pašvaldībai: vairāk bērnu pulciņā var nozīmēt tikai to, ka bērnu ir vairāk. Īpatsvaru vai skaitu uz 100 izglītojamajiem, pedagogiem vai iedzīvotājiem var salīdzināt pa gadiem, iestādēm un pašvaldībām.',
    en: 'A bare count grows and shrinks with the municipality: more children in a hobby group may only mean that there are more children. A share, or a number per 100 learners, teachers or residents, can be compared between years, institutions and municipalities.',
  },
  check: (set) =>
    promisedIndicators(set).flatMap((indicator) => {
      const isCount = indicator.unit === 'count' && indicator.valueKind === 'number'
      const numbers = indicator.series.flatMap(figuresOf).filter(({ value }) => value.kind === 'number')
      if (!isCount || (numbers.length > 0 && !numbers.some(isBareCount))) return []
      const example = exampleOf(indicator)
      return {
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator),
        explanation: sentences(
          `${indicatorLv(indicator, 's')} ir absolūts skaits${example.lv}. Salīdzināms būtu īpatsvars vai skaits uz 100.`,
          `${indicatorEn(indicator)} is an absolute count${example.en}. A share, or a number per 100, would be comparable.`,
        ),
      }
    }),
}

/** The newest bare count of the first series that has one. */
function exampleOf(indicator: Indicator) {
  const [found] = indicator.series.flatMap((series) => {
    const figure = figuresOf(series).filter(isBareCount).at(-1)
    return figure ? [{ series, figure }] : []
  })
  if (!found) return { lv: '', en: '' }
  const { series, figure } = found
  const row = series.label && { lv: ` rindā “${series.label.lv}”`, en: ` in the series “${series.label.en}”` }
  return {
    lv: `, piemēram, ${lv.figure(figure)}${row?.lv ?? ''}`,
    en: `, for example ${en.figure(figure)}${row?.en ?? ''}`,
  }
}

function isBareCount({ value }: Figure): boolean {
  return value.kind === 'number' && value.unit === 'count' && value.share === undefined
}
