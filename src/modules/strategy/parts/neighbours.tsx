import { useSpeech } from '#platform/i18n.tsx'
import type { Action } from '../model.ts'

type Props = { previous: Action | undefined; next: Action | undefined; slug: string }

/** The actions before and after this one in the plan. */
export function Neighbours({ previous, next, slug }: Props) {
  const { text, local, path } = useSpeech()
  const link = (action: Action, label: string, rel: string) => (
    <p>
      <span className="note">{label}</span>
      <a href={path(`/${slug}/ricibas-plans/${action.code}`)} rel={rel}>
        {action.code} {local(action.title)}
      </a>
    </p>
  )
  return (
    <nav className="neighbours" aria-label={text('strategy.neighbours')}>
      {previous ? link(previous, text('strategy.previous'), 'prev') : <span />}
      {next ? link(next, text('strategy.next'), 'next') : null}
    </nav>
  )
}
