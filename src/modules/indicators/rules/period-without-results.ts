import { sentences } from '#platform/say/index.ts'
import { judgedPeriods, promisedIndicators } from '../questions.ts'
import { en, lv } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/** Judged periods for which indicators that were measured before have no result yet. */
export const periodWithoutResults: OutlineRule = {
  code: 'period-without-results',
  title: { lv: 'Periods, kurā rezultātu vēl nav', en: 'Period without results so far' },
  explain: {
    lv: 'Uzrāda periodus, kas jāsalīdzina ar sasniedzamo vērtību, bet kuros rādītājiem, kas mērīti agrāk, rezultāta nav un nav arī teikts, kāpēc. Vai nu periods vēl nav beidzies, vai dati nav ielādēti, vai mērīšana pārtraukta.',
    en: 'Reports periods that are to be compared with a target, but for which indicators that were measured before have no result and no reason why. The period is not over, the data have not been loaded, or measuring has stopped.',
  },
  check: ({ outline }) => {
    const indicators = promisedIndicators(outline).filter(
      ({ hasResults, retirement }) => hasResults && !retirement,
    )
    const ofIndicator = Map.groupBy(outline.figures, ({ indicatorId }) => indicatorId)
    const newest = new Map(
      [...ofIndicator].map(([id, figures]) => [
        id,
        figures
          .map(({ period }) => period)
          .sort()
          .at(-1) ?? '',
      ]),
    )
    const gaps = judgedPeriods(outline).flatMap((period) => {
      const without = indicators.filter(
        ({ id, explainedGaps }) => (newest.get(id) ?? '') < period && !explainedGaps.includes(period),
      )
      return without.length === 0 ? [] : [{ period, without }]
    })
    if (gaps.length === 0) return []
    const named = indicators.filter((one) => gaps.some(({ without }) => without.includes(one)))
    const all = indicators.length
    const said = {
      lv: gaps.map(({ period, without }) => `${lv.period(period, 'in')} – ${lv.number(without.length)}`),
      en: gaps.map(({ period, without }) => `${en.number(without.length)} for ${en.period(period, 'short')}`),
    }
    const [codes, of] = [
      named.map(({ code }) => code),
      lv.form(all, { zero: 'rādītājiem', one: 'rādītāja', other: 'rādītājiem' }),
    ]
    return [
      {
        severity: 'obstacle',
        subjects: codes.map((code) => ({ kind: 'indicator', code })),
        explanation: sentences(
          `no ${lv.number(all)} ${of}, kuri ir mērīti, daļai vēl nav rezultāta, ko salīdzināt ar sasniedzamo vērtību: ${said.lv.join('; ')} (${lv.some(codes)}).`,
          `of ${en.number(all)} ${all === 1 ? 'indicator' : 'indicators'} that ${all === 1 ? 'is' : 'are'} measured, some have no result so far to compare with a target: ${said.en.join('; ')} (${en.some(codes)}).`,
        ),
      },
    ]
  },
}
