import { useSpeech } from '#platform/i18n.tsx'

type Props = { address: string; periods: readonly string[]; period: string; asOf: string | undefined }

/** The judged periods as links, the one shown without. */
export function PeriodChoice({ address, periods, period, asOf }: Props) {
  const speech = useSpeech()
  const query = asOf === undefined ? '' : `&asOf=${asOf}`
  return (
    <nav aria-label={speech.text('indicators.filter.period')}>
      <ul className="links">
        {periods.map((one) => (
          <li key={one}>
            <a href={`${address}?period=${one}${query}`} aria-current={one === period ? 'page' : undefined}>
              {speech.say.period(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
