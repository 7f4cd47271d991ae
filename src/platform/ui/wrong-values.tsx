import { useLocation } from 'react-router'
import { addressWith, type WrongValue } from '../asked.ts'
import { useSpeech } from '../i18n.tsx'
import { Page } from './page.tsx'

/** More values than this are no help. */
const MOST_VALUES = 40

/** Says what of the address its page does not have, what can be asked instead, and leads to the page without it. */
export function WrongValuesPage({ wrong }: { wrong: readonly WrongValue[] }) {
  const { text } = useSpeech()
  const location = useLocation()
  const without = Object.fromEntries(wrong.map(({ parameter }) => [parameter, undefined]))
  const title = text('platform.asked.title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <ul className="list">
        {wrong.map((one) => (
          <li key={one.parameter}>
            {text('platform.asked.given')}{' '}
            <code>
              {one.parameter}={one.value}
            </code>
            {'. '}
            <CanBeAsked
              one={one}
              addressOf={(value) => addressWith(location, { ...without, [one.parameter]: value })}
            />
          </li>
        ))}
      </ul>
      <p>
        <a href={addressWith(location, without)}>{text('platform.asked.without')}</a>
      </p>
      <p className="hint">{text('platform.asked.help')}</p>
    </Page>
  )
}

type Props = { one: WrongValue; addressOf: (value: string) => string }

function CanBeAsked({ one: { allowed }, addressOf }: Props) {
  const { text } = useSpeech()
  if ('words' in allowed) return text(allowed.words, allowed.fill)
  const { values, named } = allowed
  if (values.length === 0) return text('platform.asked.nothing')
  const nameOf = (value: string) => {
    const name = named?.[value]
    return name ? text(name) : value
  }
  const more = values.length - MOST_VALUES
  return (
    <>
      {text('platform.asked.values')}{' '}
      {values.slice(0, MOST_VALUES).map((value, index) => (
        <span key={value}>
          {index > 0 ? ', ' : ''}
          <a href={addressOf(value)}>{nameOf(value)}</a>
        </span>
      ))}
      {more > 0 ? ` ${text('platform.asked.more', { count: more })}` : ''}
    </>
  )
}
