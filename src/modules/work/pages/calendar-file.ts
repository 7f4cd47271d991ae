import { databaseContext, personalVisit } from '#platform/context.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { createText } from '#platform/texts/text.ts'
import { asCalendar } from '../calendar.ts'
import { findFeed } from '../feed.service.server.ts'
import { feedOrigin } from '../feed-address.ts'
import { workTexts } from '../texts/index.ts'
import type { Route } from './+types/calendar-file'

export const handle = { parameters: ['atslega'] }

/** Deadlines of whoever has the secret of the address, for a programme that cannot sign in. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { own } = personalVisit(context)
  const language = languageOf(pathname)
  const tasks = await findFeed(context.get(databaseContext), searchParams.get('atslega') ?? '', language)
  if (!tasks) refuse(404, 'platform.refused.absent')
  const origin = feedOrigin(own)
  const days = tasks.map((task) => ({
    ...task,
    address: origin + addressIn(language, task.address ?? '/darbs'),
  }))
  const name = createText(language, workTexts[language])('work.calendar.title')
  return new Response(asCalendar(name, days, new Date()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="izaugsme.ics"',
    },
  })
}
