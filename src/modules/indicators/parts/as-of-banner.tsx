import { useSpeech } from '#platform/i18n.tsx'

/** Says that a page shows an earlier state, and leads to the current one. */
export function AsOfBanner({ day, current }: { day: string; current: string }) {
  const { text, date } = useSpeech()
  return (
    <p className="banner">
      {text('indicators.asOf.shown', { day: date(day) })}{' '}
      <a href={current}>{text('indicators.asOf.current')}</a>
    </p>
  )
}
