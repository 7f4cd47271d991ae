import { periodName, type PeriodRule as Rule } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'

/** Which period's results answer which target year, in words. */
export function PeriodRule({ rule }: { rule: Rule }) {
  const { text, language } = useSpeech()
  const answers = [...rule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, year]) =>
      text('publishing.overview.rule.answer', {
        period: periodName(period, { text }, 'of'),
        year: String(year),
      }),
    )
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(answers)
  return <p className="hint after">{text('publishing.overview.rule', { answers: list })}</p>
}
