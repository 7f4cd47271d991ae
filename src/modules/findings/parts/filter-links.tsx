import { addressWith } from '#platform/asked.ts'
import { useSpeech } from '#platform/i18n.tsx'

/** Something that is added to a filter by a link, or taken away from it. */
export type LinkedChoice = { value: string; label: string; count: number }

type Props = {
  /** Name of the parameter, and what it chooses. */
  parameter: string
  label: string
  choices: readonly LinkedChoice[]
  chosen: readonly string[]
  /** Address of the list with all that is asked of it. */
  here: { pathname: string; search: string }
}

/** The list with a choice added, or taken away if it is made; begins again at the first page. */
export function toggled(
  here: Props['here'],
  parameter: string,
  { value, chosen }: { value: string; chosen: readonly string[] },
): string {
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  return addressWith(here, { [parameter]: values, page: undefined, at: undefined }, 'saraksts')
}

/** Choices of which several can be made at once, with how many findings each has. */
export function FilterLinks({ parameter, label, choices, chosen, here }: Props) {
  const { text } = useSpeech()
  return (
    <nav aria-label={label}>
      <p className="hint toggles-label">{label}</p>
      <ul className="toggles">
        {choices.map(({ value, label: name, count }) => {
          const isChosen = chosen.includes(value)
          return (
            <li key={value}>
              <a
                href={toggled(here, parameter, { value, chosen })}
                aria-current={isChosen ? 'true' : undefined}
              >
                {isChosen ? <span aria-hidden="true">✓ </span> : null}
                {name} <span className="quiet">{count}</span>
                {isChosen ? <span className="visually-hidden"> {text('findings.filter.remove')}</span> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
