import { useSpeech } from '#platform/i18n.tsx'
import type { StrategySummary } from '../model.ts'

type Props = {
  /** All plans of the municipality, the newest first. */
  plans: readonly StrategySummary[]
  /** Public id of the plan that the page is about. */
  shown: string
  slug: string
}

/** The plans of a municipality where it has several, and the address at which the one shown stays for good. */
export function PlanList({ plans, shown, slug }: Props) {
  const { text, local, path } = useSpeech()
  const address = (key: string) => path(`/${slug}/plani/${key}/strategija`)
  if (plans.length < 2) {
    return (
      <p className="hint">
        <a href={address(shown)}>{text('strategy.plans.lasting')}</a>
      </p>
    )
  }
  return (
    <section aria-labelledby="plani">
      <h2 id="plani">{text('strategy.plans')}</h2>
      <ul className="list">
        {plans.map(({ key, title, version, period }) => (
          <li key={key}>
            <a href={address(key)} aria-current={key === shown ? 'true' : undefined}>
              {local(title)}
            </a>{' '}
            <span className="quiet">
              {period.startsOn.slice(0, 4)}–{period.endsOn.slice(0, 4)} ·{' '}
              {text(`strategy.version.${version}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
