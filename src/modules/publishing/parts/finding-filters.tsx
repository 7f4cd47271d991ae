import { actionsOf } from '#modules/strategy'
import { useSpeech } from '#platform/i18n.tsx'
import {
  FAMILIES,
  type FindingFilter,
  type FindingsData,
  type GatheredFinding,
  rulesOf,
  SEVERITIES,
} from '../findings.ts'
import { indicatorName } from '../subject-names.ts'

type Props = {
  filter: FindingFilter
  data: FindingsData
  findings: readonly GatheredFinding[]
  /** Address without any filter. */
  clearAddress: string
}

/** The form that narrows the findings; offers only what would find something. */
export function FindingFilters({ filter, data, findings, clearAddress }: Props) {
  const { text, local } = useSpeech()
  const codes = new Set(findings.map(({ code }) => code))
  const goals = new Set(findings.flatMap((finding) => finding.goals))
  const indicators = new Set(findings.flatMap((finding) => finding.indicators))
  const actions = new Set(findings.flatMap((finding) => finding.actions))
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <form className="filters" aria-label={text('publishing.findings.filters')}>
      <Choice name="severity" label={text('publishing.findings.severity')} chosen={filter.severity}>
        {SEVERITIES.map((severity) => (
          <option key={severity} value={severity}>
            {text(`publishing.severity.${severity}`)}
          </option>
        ))}
      </Choice>
      <Choice name="code" isFeminine label={text('publishing.findings.rule')} chosen={filter.code}>
        {FAMILIES.map((family) => (
          <optgroup key={family} label={text(`publishing.family.${family}`)}>
            {rulesOf[family]
              .filter(({ code }) => codes.has(code))
              .map((rule) => (
                <option key={rule.code} value={rule.code}>
                  {local(rule.title)}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      <Choice name="goal" label={text('publishing.findings.goal')} chosen={filter.goal}>
        {data.tree.goals
          .filter(({ code }) => goals.has(code))
          .map((goal) => (
            <option key={goal.code} value={goal.code}>
              {goal.code} {local(goal.title)}
            </option>
          ))}
      </Choice>
      <Choice name="indicator" label={text('publishing.findings.indicator')} chosen={filter.indicator}>
        {data.set.indicators
          .filter(({ code }) => indicators.has(code))
          .map((indicator) => (
            <option key={indicator.code} value={indicator.code}>
              {indicatorName(indicator.code, text)}: {local(indicator.title)}
            </option>
          ))}
      </Choice>
      <Choice name="action" isFeminine label={text('publishing.findings.action')} chosen={filter.action}>
        {actionsOf(data.tree)
          .filter(({ code }) => actions.has(code))
          .map((action) => (
            <option key={action.code} value={action.code}>
              {action.code} {local(action.title)}
            </option>
          ))}
      </Choice>
      <label>
        {text('publishing.findings.text')}
        <input type="search" name="q" defaultValue={filter.text} />
      </label>
      <button type="submit">{text('platform.filter')}</button>
      {isFiltered ? (
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

function Choice({ name, label, chosen, isFeminine = false, children }: ChoiceProps) {
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
