import { useSpeech } from '#platform/i18n.tsx'
import type { DeadJob } from '#platform/jobs/queues.server.ts'
import { useMoment } from './moment.ts'

/** Jobs that were tried in vain, each with what can be done about it. */
export function DeadJobs({ jobs }: { jobs: readonly DeadJob[] }) {
  const { text } = useSpeech()
  const moment = useMoment()
  if (jobs.length === 0) return <p>{text('app.system.noDead')}</p>
  return (
    <>
      <p>{text('app.system.deadHelp')}</p>
      <ul className="list">
        {jobs.map(({ id, job, askedAt, diedAt, attempts, problem }) => (
          <li key={id}>
            <p>
              <strong>{job}</strong> ·{' '}
              {text('app.system.deadJob', {
                asked: moment(askedAt),
                died: moment(diedAt),
                count: attempts,
                problem: problem ?? '–',
              })}
            </p>
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <button
                type="submit"
                name="what"
                value="retry"
                aria-label={text('app.system.retryJob', { job })}
              >
                {text('app.system.retry')}
              </button>{' '}
              <button type="submit" name="what" value="drop" aria-label={text('app.system.dropJob', { job })}>
                {text('app.system.drop')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
