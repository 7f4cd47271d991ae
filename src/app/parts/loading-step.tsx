import { useSpeech } from '#platform/i18n.tsx'
import type { JobProgress } from '#platform/jobs/progress-store.server.ts'

type Props = Pick<JobProgress, 'done' | 'total' | 'note' | 'state'>

/** How far a loading is. The page asks again by itself, with or without scripts. */
export function LoadingStep({ done, total, note, state }: Props) {
  const { text, path, number } = useSpeech()
  const isFailed = state === 'failed'
  const stage = isFailed ? 'app.data.loading.failed' : (note ?? 'app.data.loading.waiting')
  return (
    <>
      <meta httpEquiv="refresh" content="5" />
      <p role="status">{text(stage, { done: number(done), total: number(total ?? done) })}</p>
      {total !== null && !isFailed ? (
        <p>
          <progress value={done} max={Math.max(1, total)} aria-label={text('app.data.loading.label')} />
        </p>
      ) : null}
      <p>{text('app.data.loading.leave')}</p>
      <p>
        <a href={path('?')}>{text('app.data.loading.now')}</a>
      </p>
      {isFailed ? (
        <form method="post" className="entry">
          <button type="submit" name="step" value="again">
            {text('app.data.loading.again')}
          </button>
        </form>
      ) : null}
    </>
  )
}
