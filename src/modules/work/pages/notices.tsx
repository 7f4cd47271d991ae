import { redirect } from 'react-router'
import { z } from 'zod'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { NOTIFICATION_KINDS, type NotificationKind, OPTIONAL_KINDS } from '../notification.ts'
import { findNotifications, findUnwanted } from '../notification-store.server.ts'
import { chooseLetters, markRead } from '../notify.service.server.ts'
import { NotificationList } from '../parts/notification-list.tsx'
import type { Route } from './+types/notices'

const ADDRESS = '/darbs/zinas'
export const handle = { parameters: ['saglabats'], action: 'work.notices', reads: 'own' }

/** Either everything was seen, or it is chosen which letters are wanted. */
const Notices = z.object({
  what: z.enum(['read', 'letters']),
  ...Object.fromEntries(OPTIONAL_KINDS.map((kind) => [kind, z.literal('on').optional()])),
})

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const isSaved = new URL(request.url).searchParams.has('saglabats')
  return readInRequest(context, async (tx) => ({
    notifications: await findNotifications(tx, user.id),
    unwanted: [...(await findUnwanted(tx, user.id))],
    isSaved,
  }))
}

export async function action({ context, request }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const db = context.get(databaseContext)
  const form = await readForm(request, Notices)
  if (!form.ok) return form.answer()
  const language = languageOf(new URL(request.url).pathname)
  if (form.value.what === 'read') await markRead(db, user, 'all')
  else {
    const chosen = form.value as Partial<Record<NotificationKind, 'on'>>
    await chooseLetters(db, user, new Set(OPTIONAL_KINDS.filter((kind) => chosen[kind] === 'on')))
  }
  throw redirect(`${addressIn(language, ADDRESS)}${form.value.what === 'letters' ? '?saglabats=1' : ''}`, 303)
}

/** What one was told, and of what one wants letters. */
export default function NoticesPage({ loaderData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { notifications, unwanted, isSaved } = loaderData
  const title = text('work.notices.title')
  return (
    <Page title={title} trail={[{ label: text('work.desk.title'), address: path('/darbs') }]}>
      <h1>{title}</h1>
      {isSaved ? <p role="status">{text('work.notices.saved')}</p> : null}
      <NotificationList notifications={notifications} />
      {notifications.some(({ isRead }) => !isRead) ? (
        <form method="post">
          <input type="hidden" name="what" value="read" />
          <button type="submit">{text('work.notices.readAll')}</button>
        </form>
      ) : null}
      <h2>{text('work.notices.letters')}</h2>
      <p>{text('work.notices.lettersHelp')}</p>
      <form method="post" className="entry">
        <input type="hidden" name="what" value="letters" />
        <fieldset className="field">
          <legend>{text('work.notices.wanted')}</legend>
          {OPTIONAL_KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input type="checkbox" name={kind} defaultChecked={!unwanted.includes(kind)} />
              {text(NOTIFICATION_KINDS[kind].label)}
            </label>
          ))}
        </fieldset>
        <p>{text('work.notices.always', { kind: text(NOTIFICATION_KINDS['work.security'].label) })}</p>
        <button type="submit">{text('work.notices.save')}</button>
      </form>
      <p>
        <a href={path('/darbs/kalendars')}>{text('work.calendar.title')}</a>
      </p>
    </Page>
  )
}
