import { sentences } from '#platform/say/index.ts'
import { answersItself } from '../own-period.ts'
import { promisedIndicators } from '../questions.ts'
import { en, lv, type Words } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/** More periods are counted, not named. */
const MOST_PERIODS = 12

/** Periods with results that are compared with no year’s target. */
export const periodRuleMissing: OutlineRule = {
  code: 'period-rule-missing',
  title: { lv: 'Periodam nav noteikts sasniedzamās vērtības gads', en: 'Period without a target year' },
  explain: {
    lv: 'Kalendārā gada rezultāts jāsalīdzina ar tā paša gada sasniedzamo vērtību. Citiem periodiem, piemēram, mācību gadam, stratēģijai jāpasaka, kura perioda rezultātu salīdzina ar kura gada sasniedzamo vērtību. Ja tas nav pateikts, rezultātu nevar novērtēt.',
    en: 'The result of a calendar year is compared with the target for that year. For other periods, such as school years, the strategy must say with which year’s target a period’s result is compared. Unless it does, the result cannot be judged against a target.',
  },
  check: ({ outline }) => {
    const codes = new Map(promisedIndicators(outline).map(({ id, code }) => [id, code]))
    const orphans = outline.figures.filter(
      ({ indicatorId, period }) =>
        codes.has(indicatorId) && !outline.periodRule.has(period) && !answersItself(period),
    )
    if (orphans.length === 0) return []
    const periods = [...new Set(orphans.map(({ period }) => period))].sort()
    const inOrder = outline.indicators.filter(({ id }) => orphans.some((one) => one.indicatorId === id))
    const named = inOrder.map(({ code }) => code)
    const count = orphans.reduce((sum, one) => sum + one.figures, 0)
    return [
      {
        severity: 'obstacle' as const,
        subjects: named.map((code) => ({ kind: 'indicator' as const, code })),
        explanation:
          periods.length === 1 ? ofOne(periods[0] ?? '', count, named) : ofAll(periods, count, named),
      },
    ]
  },
}

function ofOne(period: string, count: number, named: string[]) {
  const figures = lv.form(count, FIGURES)
  const indicators = lv.form(named.length, { zero: 'rādītāji', one: 'rādītājs', other: 'rādītāji' })
  return sentences(
    `${lv.period(period, 'in')} ir ${lv.number(count)} ${figures} (${indicators} ${lv.some(named)}), bet nav noteikts, ar kura gada sasniedzamo vērtību šis periods jāsalīdzina.`,
    `there ${count === 1 ? 'is' : 'are'} ${en.number(count)} ${count === 1 ? 'result' : 'results'} for ${en.period(period, 'short')} (${named.length === 1 ? 'indicator' : 'indicators'} ${en.some(named)}), but it is not said with which year’s target this period is compared.`,
  )
}

const FIGURES = { zero: 'rezultātu', one: 'rezultāts', other: 'rezultāti' }

/** One rule is missing, however many periods it leaves out. */
function ofAll(periods: string[], count: number, named: string[]) {
  const list = (words: Words) =>
    words.some(
      periods.map((period) => words.period(period, 'short')),
      MOST_PERIODS,
    )
  const of = lv.form(named.length, { zero: 'rādītājiem', one: 'rādītājam', other: 'rādītājiem' })
  return sentences(
    `${lv.number(named.length)} ${of} ir ${lv.number(count)} ${lv.form(count, FIGURES)} ${lv.number(periods.length)} periodos, kurus nevar novērtēt, jo nav noteikts, ar kura gada sasniedzamo vērtību tie jāsalīdzina: ${list(lv)}`.replace(
      /\.?$/,
      '.',
    ),
    `${en.number(named.length)} ${named.length === 1 ? 'indicator has' : 'indicators have'} ${en.number(count)} results for ${en.number(periods.length)} periods that cannot be judged, for it is not said with which year’s target they are compared: ${list(en)}.`,
  )
}
