import { redirect } from 'react-router'
import { databaseContext, demandSignedIn, personalVisit, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { renewFeed } from '../feed.service.server.ts'
import { feedAddress } from '../feed-address.ts'
import { findSecret } from '../personal-key-store.server.ts'
import type { Route } from './+types/calendar'

export const handle = { action: 'work.calendar.renew', reads: 'own' }

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const secret = await readInRequest(context, (tx) => findSecret(tx, user.id, 'calendar'))
  const { own } = personalVisit(context)
  const language = languageOf(new URL(request.url).pathname)
  return { feed: secret === undefined ? null : feedAddress(own, language, secret) }
}

export async function action({ context, request }: Route.ActionArgs) {
  await renewFeed(context.get(databaseContext), demandSignedIn(context, request))
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), '/darbs/kalendars'), 303)
}

/** How to see one's deadlines in a calendar of one's own. */
export default function CalendarPage({ loaderData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { feed } = loaderData
  const title = text('work.calendar.title')
  return (
    <Page title={title} trail={[{ label: text('work.desk.title'), address: path('/darbs') }]}>
      <h1>{title}</h1>
      <p>{text('work.calendar.purpose')}</p>
      {feed === null ? null : (
        <>
          <p>{text('work.calendar.how')}</p>
          <p className="field">
            <label htmlFor="feed">{text('work.calendar.address')}</label>
            <input id="feed" type="text" readOnly value={feed} />
          </p>
          <p>{text('work.calendar.secret')}</p>
        </>
      )}
      <form method="post">
        <button type="submit">{text(feed === null ? 'work.calendar.make' : 'work.calendar.renew')}</button>
      </form>
    </Page>
  )
}
