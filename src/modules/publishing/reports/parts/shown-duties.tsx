import { useSpeech } from '#platform/i18n.tsx'
import type { ShownDuty } from '../read-duties.server.ts'

/** Duties that a published report shows, each with where it is marked as done; nothing where there are none. */
export function ShownDuties({ duties }: { duties: readonly ShownDuty[] }) {
  const { text, local, say, path } = useSpeech()
  if (duties.length === 0) return null
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{text('publishing.duties.title')}</h2>
      <ul>
        {duties.map(({ name, period, address, isDone }) => (
          <li key={address}>
            {text(isDone ? 'publishing.duties.done' : 'publishing.duties.rest', {
              name: local(name),
              period: say.period(period),
            })}{' '}
            <a href={path(address)}>{text('publishing.duties.mark')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
