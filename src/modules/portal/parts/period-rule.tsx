import type { PeriodRule as Rule } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'
import { comparePeriods } from '#platform/period.ts'

/** Which period's results answer which target year, in words. */
export function PeriodRule({ rule }: { rule: Rule }) {
  const { text, say } = useSpeech()
  const answers = [...rule]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, year]) =>
      text('portal.overview.rule.answer', {
        period: say.period(period, 'of'),
        year: String(year),
      }),
    )
  return <p className="hint after">{text('portal.overview.rule', { answers: say.list(answers) })}</p>
}
