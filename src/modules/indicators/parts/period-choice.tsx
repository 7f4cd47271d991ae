import { useSpeech } from '#platform/i18n.tsx'

type Props = { address: string; periods: readonly string[]; chosen: string | null; asOf: string | undefined }

/** The latest of every series and the judged periods as links, the one shown marked. */
export function PeriodChoice({ address, periods, chosen, asOf }: Props) {
  const speech = useSpeech()
  if (periods.length === 0) return null
  const linkTo = (period: string | null) => {
    const query = new URLSearchParams({ ...(period && { period }), ...(asOf && { asOf }) }).toString()
    return query === '' ? address : `${address}?${query.replaceAll('%2F', '/')}`
  }
  return (
    <nav aria-label={speech.text('indicators.filter.period')}>
      <ul className="links">
        {[null, ...periods].map((one) => (
          <li key={one}>
            <a href={linkTo(one)} aria-current={one === chosen ? 'page' : undefined}>
              {one === null ? speech.text('indicators.filter.latest') : speech.say.period(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
