import { useSpeech } from '#platform/i18n.tsx'

type Props = { address: string; day: string; isAsked: boolean }

/** On which day institutions are looked at. A plain form, so that the address holds the day. */
export function DayChoice({ address, day, isAsked }: Props) {
  const { text } = useSpeech()
  return (
    <form className="filters" action={address}>
      <label>
        {text('registry.day')}
        <input type="date" name="on" defaultValue={day} required />
      </label>
      <button type="submit">{text('registry.day.show')}</button>
      {isAsked ? (
        <a className="clear" href={address}>
          {text('registry.day.today')}
        </a>
      ) : null}
    </form>
  )
}
