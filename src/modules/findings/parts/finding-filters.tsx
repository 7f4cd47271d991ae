import { useSpeech } from '#platform/i18n.tsx'
import { type FindingFilter, SEVERAL_PARAMETERS, valuesOf } from '../filter.ts'
import { type ALL_STATES, STATES } from '../life.ts'
import { SEVERITIES } from '../model.ts'
import type { OfferedFacet } from '../read-page.server.ts'

type Props = {
  filter: FindingFilter
  facets: readonly OfferedFacet[]
  /** Address without any filter. */
  clearAddress: string
}

/** The form for what is chosen from long lists or written; what links have chosen goes with it. */
export function FindingFilters({ filter, facets, clearAddress }: Props) {
  const { text, local } = useSpeech()
  const inForm = facets.filter(({ links, choices }) => !links && choices?.length !== 0)
  const linked = facets.filter(({ links }) => links)
  const kept = [
    ...SEVERAL_PARAMETERS.filter((name) => name !== 'state').map(
      (name) => [name, filter[name as 'severity' | 'family' | 'code']] as const,
    ),
    ...linked.map(({ name }) => [name, filter.belongsTo?.[name]] as const),
  ]
  return (
    <form className="filters" action={clearAddress} aria-label={text('findings.filters')}>
      {kept.flatMap(([name, asked]) =>
        valuesOf(asked).map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      <label>
        {text('findings.text')}
        <input type="search" name="q" defaultValue={filter.text} />
      </label>
      {inForm.map(({ name, label, isFeminine, choices }) =>
        choices === null ? (
          <label key={name}>
            {text(label)}
            <input name={name} defaultValue={valuesOf(filter.belongsTo?.[name])[0]} />
          </label>
        ) : (
          <Choice
            key={name}
            name={name}
            isFeminine={isFeminine}
            label={text(label)}
            chosen={valuesOf(filter.belongsTo?.[name])[0]}
          >
            {choices.map((choice) => (
              <option key={choice.code} value={choice.code}>
                {local(choice.name)}
              </option>
            ))}
          </Choice>
        ),
      )}
      <StateChoice states={STATES} chosen={valuesOf(filter.state)[0]} />
      <button type="submit">{text('platform.filter')}</button>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  chosen: string | undefined
  /** Latvian says “all” of rules and actions in another form. */
  isFeminine?: boolean
  children: React.ReactNode
}

/** One of several things to narrow a list by, or all. */
export function Choice({ name, label, chosen, isFeminine = false, children }: ChoiceProps) {
  const { text } = useSpeech()
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">{text(isFeminine ? 'platform.filter.all.feminine' : 'platform.filter.all')}</option>
        {children}
      </select>
    </label>
  )
}

export function SeverityChoice({ chosen }: { chosen: string | undefined }) {
  const { text } = useSpeech()
  return (
    <Choice name="severity" label={text('findings.severity')} chosen={chosen}>
      {SEVERITIES.map((severity) => (
        <option key={severity} value={severity}>
          {text(`findings.severity.${severity}`)}
        </option>
      ))}
    </Choice>
  )
}

type StateProps = { states: readonly (typeof ALL_STATES)[number][]; chosen: string | undefined }

export function StateChoice({ states, chosen }: StateProps) {
  const { text } = useSpeech()
  return (
    <Choice name="state" label={text('findings.state')} chosen={chosen}>
      {states.map((state) => (
        <option key={state} value={state}>
          {text(`findings.state.${state}`)}
        </option>
      ))}
    </Choice>
  )
}
