import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { datedTargets } from '../dated.ts'
import { absoluteAim, baselineFigure, type Figure, resultFigures } from '../figures.ts'
import type { Indicator, IndicatorSet } from '../model.ts'
import { inOrderOfTime } from '../periods.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** Units that change between an indicator's title, definition, baseline, targets and results. */
export const unitDiffers: Rule<IndicatorSet> = {
  code: 'unit-differs',
  title: { lv: 'Atšķirīgas mērvienības', en: 'Differing units' },
  explain: {
    lv: 'Rādītāja nosaukumam, bāzes vērtībai, sasniedzamajai vērtībai un rezultātam jābūt vienā mērvienībā. Ja sasniedzamā vērtība ir procentos, bet rezultāts ir skaits vai teksts, nevar pateikt, vai tā ir sasniegta.',
    en: 'The title, baseline, target and result of an indicator must be in one unit. When the target is in per cent and the result is a count or a text, nobody can tell whether the target is met.',
  },
  check: ({ indicators }) =>
    indicators.flatMap((indicator) => {
      const places = placesOf(indicator)
      const units = [...new Set(places.map(({ unit }) => unit))]
      if (units.length < 2) return []
      const numeric = units.filter((unit) => unit !== 'text')
      const saying = (unit: string) => {
        const found = places.filter((place) => place.unit === unit)
        return {
          lv: `${lv.unit(unit)} – ${lv.list([...new Set(found.map((place) => place.lv))])}`,
          en: `${en.unit(unit)} in ${en.list([...new Set(found.map((place) => place.en))])}`,
        }
      }
      const latvian = units.map((unit) => saying(unit).lv).join('; ')
      const english = units.map((unit) => saying(unit).en).join('; ')
      return {
        severity: numeric.length > 1 ? ('contradiction' as const) : ('obstacle' as const),
        subjects: aboutIndicator(indicator, indicator.series),
        explanation: sentences(
          `${indicatorLv(indicator, 'ā')} mērvienības atšķiras: ${latvian}. Kamēr mērvienība nav viena, rezultātu nevar droši salīdzināt ar sasniedzamo vērtību.`,
          `${indicatorEn(indicator)} mixes units: ${english}. Until there is one unit, the result cannot safely be compared with the target.`,
        ),
      }
    }),
}

type Place = { unit: string; lv: string; en: string }

/** Where the indicator names a unit, said in the locative in Latvian. */
function placesOf(indicator: Indicator): Place[] {
  const { titleUnit, unit } = indicator
  // What is said to be measured otherwise differs on purpose.
  const series = indicator.series.filter((one) => one.unit === null || one.unit === unit)
  const title = titleUnit === null ? [] : [{ unit: titleUnit, lv: 'nosaukumā', en: 'the title' }]
  const baselines = series.map(baselineFigure).filter((figure) => figure !== null)
  const targets = series
    .flatMap(datedTargets)
    .sort((a, b) => a.year - b.year)
    .flatMap((target) => {
      const aim = absoluteAim(indicator, target)
      if (aim === null) return []
      return [
        {
          unit: aim.unit,
          lv: `${target.year}. gada sasniedzamajā vērtībā`,
          en: `the target for ${target.year}`,
        },
      ]
    })
  const results = inOrderOfTime(series.flatMap(resultFigures))
  return [
    ...title,
    { unit, lv: 'rādītāja aprakstā', en: 'the definition' },
    ...baselines.map((figure) => ({ unit: unitOf(figure), lv: 'bāzes vērtībā', en: 'the baseline' })),
    ...targets,
    ...results.map((figure) => ({
      unit: unitOf(figure),
      lv: `${lv.period(figure.period, 'of')} rezultātā`,
      en: `the result of ${en.period(figure.period, 'short')}`,
    })),
  ]
}

function unitOf({ value }: Figure): string {
  return value.kind === 'text' ? 'text' : value.unit
}
