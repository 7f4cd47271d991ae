import type { IndicatorSet, ObservedValue } from '../model.ts'
import { figuresOf, strategyIndicators } from './figures.ts'
import type { Rule } from './rule.ts'
import { aboutIndicator } from './subjects.ts'
import { en, indicatorEn, indicatorLv, lv, sentences } from './wording.ts'

/** Bare counts where a share or a rate could be compared. */
export const absoluteWhereShareCompares: Rule<IndicatorSet> = {
  code: 'absolute-where-share-compares',
  title: { lv: 'Skaits, kur salīdzināms būtu īpatsvars', en: 'Count where a share would compare' },
  explain: {
    lv: 'Absolūts skaits aug un sarūk līdzi pašvaldībai: vairāk bērnu pulciņā var nozīmēt tikai to, ka bērnu ir vairāk. Īpatsvaru vai skaitu uz 100 izglītojamajiem, pedagogiem vai iedzīvotājiem var salīdzināt pa gadiem, iestādēm un pašvaldībām.',
    en: 'A bare count grows and shrinks with the municipality: more children in a hobby group may only mean that there are more children. A share, or a number per 100 learners, teachers or residents, can be compared between years, institutions and municipalities.',
  },
  check: (set) =>
    strategyIndicators(set).flatMap((indicator) => {
      const figures = indicator.series.flatMap(figuresOf).filter(({ value }) => value.kind === 'number')
      const bare = figures.filter(({ value }) => isBareCount(value))
      const isCount = indicator.unit === 'count' && indicator.valueKind === 'number'
      if (!isCount || (figures.length > 0 && bare.length === 0)) return []
      const last = bare.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1)
      const example = last
        ? { lv: `, piemēram, ${lv.figure(last)}`, en: `, for example ${en.figure(last)}` }
        : NONE
      return {
        code: 'absolute-where-share-compares',
        severity: 'notice' as const,
        subjects: aboutIndicator(indicator),
        explanation: sentences(
          `${indicatorLv(indicator, 's')} ir absolūts skaits${example.lv}. Salīdzināms būtu īpatsvars vai skaits uz 100.`,
          `${indicatorEn(indicator)} is an absolute count${example.en}. A share, or a number per 100, would be comparable.`,
        ),
      }
    }),
}

const NONE = { lv: '', en: '' }

function isBareCount(value: ObservedValue): boolean {
  return value.kind === 'number' && value.unit === 'count' && value.share === undefined
}
