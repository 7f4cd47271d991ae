import { useSpeech } from '#platform/i18n.tsx'
import type { FindableKind } from '#platform/searched.ts'
import { type Choice, COUNTRY_PLACE, type PlaceChoice } from '../narrow.ts'

type Props = {
  kinds: readonly Choice[]
  places: readonly PlaceChoice[]
  known: readonly FindableKind[]
  filter: { kind?: string | undefined; place?: string | undefined }
  /** The address of the same search, narrowed otherwise. */
  to: (changes: Record<string, string | undefined>) => string
}

/** Links that leave only one kind of things, or one place, with how much there is of each. */
export function Narrowing({ kinds, places, known, filter, to }: Props) {
  const { text, local } = useSpeech()
  const labels = new Map(known.map(({ code, label }) => [code, text(label)]))
  const order = [...labels.keys()]
  const inOrder = kinds.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  return (
    <>
      {kinds.length > 1 || filter.kind ? (
        <nav className="narrowing" aria-label={text('search.kinds')}>
          <Choices
            name={text('search.kinds')}
            chosen={filter.kind}
            all={to({ kind: undefined })}
            choices={inOrder.map(({ code, count }) => ({
              code,
              count,
              label: labels.get(code) ?? code,
              address: to({ kind: code }),
            }))}
          />
        </nav>
      ) : null}
      {places.length > 1 || filter.place ? (
        <nav className="narrowing" aria-label={text('search.places')}>
          <Choices
            name={text('search.places')}
            chosen={filter.place}
            all={to({ place: undefined })}
            choices={places.map(({ code, count, place }) => ({
              code,
              count,
              label: code === COUNTRY_PLACE || !place ? text('search.country') : local(place.name),
              address: to({ place: code }),
            }))}
          />
        </nav>
      ) : null}
    </>
  )
}

type ChoicesProps = {
  name: string
  chosen: string | undefined
  all: string
  choices: readonly { code: string; label: string; count: number; address: string }[]
}

function Choices({ name, chosen, all, choices }: ChoicesProps) {
  const { text } = useSpeech()
  return (
    <p>
      {name}:{' '}
      {chosen === undefined ? (
        <b aria-current="true">{text('search.all')}</b>
      ) : (
        <a href={all}>{text('search.all')}</a>
      )}
      {choices.map(({ code, label, count, address }) => (
        <span key={code}>
          {' · '}
          {code === chosen ? (
            <b aria-current="true">{text('search.choice', { label, number: count })}</b>
          ) : (
            <a href={address}>{text('search.choice', { label, number: count })}</a>
          )}
        </span>
      ))}
    </p>
  )
}
