import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { agreesWithEvidence } from '../certainty.ts'
import { figuresOf } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { aboutSeries } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv, type Words } from '../words/say.ts'

/** Figures that the table of the survey they come from prints otherwise. */
export const surveyFigureDiffers: Rule<IndicatorSet> = {
  code: 'survey-figure-differs',
  title: { lv: 'Aptaujas tabulā cits skaitlis', en: 'Another figure in the survey’s table' },
  explain: {
    lv: 'Ja rādītāja skaitlis ir ņemts no aptaujas, aptaujas tabulā un rādītājā tam jābūt vienādam, cik vien precīzi abi ir rakstīti. Ja tie atšķiras, viens no tiem ir pārrakstīts vai aprēķināts kļūdaini, un aptaujas intervāls uz rādītāja skaitli neattiecas.',
    en: 'When the figure of an indicator was taken from a survey, the survey’s table and the indicator should give the same one, as precisely as both are printed. Where they differ, one of them was copied or computed wrongly, and the survey’s interval is not that of the indicator’s figure.',
  },
  check: ({ indicators }) =>
    indicators.flatMap((indicator) =>
      indicator.series.flatMap((series) =>
        figuresOf(series).flatMap((figure) => {
          const { evidence, period } = figure
          if (evidence === null || agreesWithEvidence(figure)) return []
          const share = (words: Words) => words.fixedPercent(evidence.share, evidence.decimals)
          return {
            severity: 'contradiction' as const,
            subjects: [aboutSeries(series, { period })],
            explanation: sentences(
              `${indicatorLv(indicator, 'ā', [series])} ${lv.period(period, 'in')} ir ${lv.value(figure.value)}, bet aptaujas tabulā – ${share(lv)} (n\u00a0=\u00a0${lv.number(evidence.n)}).`,
              `${indicatorEn(indicator, [series])} (${en.period(period, 'short')}) says ${en.value(figure.value)}, the survey’s table ${share(en)} (n\u00a0=\u00a0${en.number(evidence.n)}).`,
            ),
          }
        }),
      ),
    ),
}
