import { useSpeech } from '#platform/i18n.tsx'
import type { FamilyWords } from '../family.ts'
import { type FindingFilter, isFiltered } from '../filter.ts'
import { type ALL_STATES, STATES } from '../life.ts'
import { SEVERITIES } from '../model.ts'
import type { FindingsPage } from '../read-page.server.ts'

type Props = {
  families: readonly FamilyWords[]
  filter: FindingFilter
  read: Pick<FindingsPage, 'all' | 'facets'>
  /** Address without any filter. */
  clearAddress: string
}

/** The form that narrows the findings; offers only what would find something. */
export function FindingFilters({ families, filter, read, clearAddress }: Props) {
  const { text, local } = useSpeech()
  const codes = new Set(read.all.map(({ code }) => code))
  return (
    <form className="filters" aria-label={text('findings.filters')}>
      <SeverityChoice chosen={filter.severity} />
      <StateChoice states={STATES} chosen={filter.state} />
      <Choice name="code" isFeminine label={text('findings.rule')} chosen={filter.code}>
        {families.map((family) => (
          <optgroup key={family.name} label={text(family.title)}>
            {family.rules
              .filter(({ code }) => codes.has(code))
              .map((rule) => (
                <option key={rule.code} value={rule.code}>
                  {local(rule.title)}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      {read.facets.map(({ name, label, isFeminine, choices }) =>
        choices === null ? (
          <label key={name}>
            {text(label)}
            <input name={name} defaultValue={filter.belongsTo?.[name]} />
          </label>
        ) : (
          <Choice
            key={name}
            name={name}
            isFeminine={isFeminine}
            label={text(label)}
            chosen={filter.belongsTo?.[name]}
          >
            {choices.map((choice) => (
              <option key={choice.code} value={choice.code}>
                {local(choice.name)}
              </option>
            ))}
          </Choice>
        ),
      )}
      <label>
        {text('findings.text')}
        <input type="search" name="q" defaultValue={filter.text} />
      </label>
      <button type="submit">{text('platform.filter')}</button>
      {isFiltered(filter) ? (
        <a className="clear" href={clearAddress}>
          {text('platform.filter.clear')}
        </a>
      ) : null}
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
