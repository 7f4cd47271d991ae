import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { findOpenTasks } from '../task-store.server.ts'
import type { Route } from './+types/desk'

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  return { tasks: await readInRequest(context, (tx) => findOpenTasks(tx, user.id)) }
}

/** What waits for whoever has signed in, what is due first before the rest. */
export default function Desk({ loaderData }: Route.ComponentProps) {
  const { text, date, path } = useSpeech()
  const { tasks } = loaderData
  const title = text('work.desk.title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {tasks.length === 0 ? <p>{text('work.desk.nothing')}</p> : null}
      <ul>
        {tasks.map(({ id, subject, address, dueOn }) => (
          <li key={id}>
            {address === null ? subject : <a href={path(address)}>{subject}</a>}
            {dueOn ? <> {text('work.desk.due', { date: date(dueOn) })}</> : null}
          </li>
        ))}
      </ul>
    </Page>
  )
}
