import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator } from '../model.ts'

type Props = { previous: Indicator | undefined; next: Indicator | undefined; address: string; query: string }

/** The indicators before and after this one. */
export function Neighbours({ previous, next, address, query }: Props) {
  const { text, local } = useSpeech()
  const link = (indicator: Indicator, label: string, rel: string) => (
    <p>
      <span className="note">{label}</span>
      <a href={`${address}/${indicator.code}${query}`} rel={rel}>
        {indicator.code} {local(indicator.title)}
      </a>
    </p>
  )
  return (
    <nav className="neighbours" aria-label={text('indicators.neighbours')}>
      {previous ? link(previous, text('indicators.previous'), 'prev') : <span />}
      {next ? link(next, text('indicators.next'), 'next') : null}
    </nav>
  )
}
