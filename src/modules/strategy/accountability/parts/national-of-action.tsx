import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../../model.ts'
import type { NationalGoal, NationalLink } from '../model.ts'

type Props = {
  action: Pick<Action, 'code' | 'direction' | 'goal'>
  links: readonly NationalLink[]
  national: readonly NationalGoal[]
}

/** National goals that an action serves by itself, or by its direction or goal. */
export function NationalOfAction({ action, links, national }: Props) {
  const { text, local } = useSpeech()
  const own = links.filter(({ kind, code }) => action[kind === 'action' ? 'code' : kind] === code)
  const served = national.flatMap((goal) => {
    const by = own.filter((link) => link.plan === goal.plan && link.nationalGoal === goal.code)
    return by.length > 0 ? [{ goal, by }] : []
  })
  if (served.length === 0) return null
  return (
    <section>
      <h2>{text('strategy.national.ofAction')}</h2>
      <ul className="list">
        {served.map(({ goal, by }) => (
          <li key={`${goal.plan} ${goal.code}`}>
            {goal.url ? <a href={goal.url}>{local(goal.title)}</a> : local(goal.title)}
            <small>
              {local(goal.planTitle)};{' '}
              {by.map(({ kind, code }) => text(`strategy.national.via.${kind}`, { code })).join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
