import { useSpeech } from '../i18n.tsx'

/** Says that a page shows an earlier state, and leads to the current one. */
export function AsOfBanner({ day, current }: { day: string; current: string }) {
  const { text, date } = useSpeech()
  return (
    <p className="banner">
      {text('platform.asOf.shown', { day: date(day) })} <a href={current}>{text('platform.asOf.current')}</a>
    </p>
  )
}
