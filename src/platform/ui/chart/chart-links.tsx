import { useSpeech } from '../../i18n.tsx'

type Props = {
  /** Address of the file without its ending, in the language of the page. */
  address: string
  /** What the chart shows, so that no two links of a page have the same name. */
  name: string
  query?: Readonly<Record<string, string | number | null | undefined>>
}

/** A chart as files to take away. */
export function ChartLinks({ address, name, query = {} }: Props) {
  const { text } = useSpeech()
  const asked = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    .join('&')
  return (
    <p className="downloads chart-links">
      {text('platform.chart.take')}{' '}
      {(['svg', 'png'] as const).map((ending) => (
        <span key={ending}>
          <a href={`${address}.${ending}${asked === '' ? '' : `?${asked}`}`} rel="nofollow">
            {ending.toUpperCase()}
            <span className="visually-hidden">: {name}</span>
          </a>{' '}
        </span>
      ))}
    </p>
  )
}
