import type { PeriodRule as Rule } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'

/** Which period's results answer which target year, in words. */
export function PeriodRule({ rule }: { rule: Rule }) {
  const { text, say } = useSpeech()
  const answers = [...rule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, year]) =>
      text('portal.overview.rule.answer', {
        period: say.period(period, 'of'),
        year: String(year),
      }),
    )
  return <p className="hint after">{text('portal.overview.rule', { answers: say.list(answers) })}</p>
}
