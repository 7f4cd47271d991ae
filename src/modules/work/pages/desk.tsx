import { redirect } from 'react-router'
import { z } from 'zod'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { findOwnProgress } from '#platform/jobs/progress-store.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants } from '#platform/users.ts'
import { deskContext } from '../context.server.ts'
import { countryPagesFor, hasWorkIn, timeOf } from '../desk.ts'
import { countUnread } from '../notification-store.server.ts'
import { CountryPages } from '../parts/country-pages.tsx'
import { DeskParts } from '../parts/desk-parts.tsx'
import { DeskTasks } from '../parts/desk-tasks.tsx'
import { OnlyReads } from '../parts/only-reads.tsx'
import { Workplaces } from '../parts/workplaces.tsx'
import { closeTask } from '../task-service.server.ts'
import { findOpenTasks } from '../task-store.server.ts'
import type { Route } from './+types/desk'

export const handle = { action: 'work.task.done', reads: 'own' }
const Done = z.object({ task: z.uuid(), municipality: z.uuid() })

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { parts, tasks: words, countryPages, workPages } = context.get(deskContext)
  const today = municipalDay()
  const grants = currentGrants(user)
  const isOfCountry = grants.some(({ scope }) => scope.kind === 'country')
  const home = new Set(grants.flatMap(({ scope }) => (scope.kind === 'country' ? [] : scope.municipalityId)))
  return readInRequest(context, async (tx) => {
    const tasks = await findOpenTasks(tx, user.id)
    const lines = []
    for (const part of parts) lines.push(...(await part(tx, user)))
    const failed = (await findOwnProgress(tx, user.id)).filter(({ state }) => state === 'failed')
    const all = await findMunicipalitiesOn(tx, today)
    const named = new Set([
      ...home,
      ...[...tasks, ...lines].flatMap(({ municipalityId }) => municipalityId ?? []),
    ])
    return {
      lines,
      unread: await countUnread(tx, user.id),
      failed: failed.map(({ jobId, changedAt }) => ({ jobId, day: municipalDay(changedAt) })),
      tasks: tasks.map((task) => ({
        ...task,
        time: timeOf(task, today),
        words: words[task.kind] ?? null,
      })),
      places: all.filter(({ id }) => named.has(id)).map(({ id, slug, name }) => ({ id, slug, name })),
      home: [...home],
      isOfCountry,
      works: all.filter(({ id }) => home.has(id) && hasWorkIn(workPages, user, id)).map(({ id }) => id),
      country: countryPagesFor(countryPages, user).map(({ address, label }) => ({ address, label })),
      others: isOfCountry
        ? all
            .filter(({ id }) => !home.has(id) && hasWorkIn(workPages, user, id))
            .map(({ slug, name }) => ({ slug, name }))
        : [],
    }
  })
}

export async function action({ context, request }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, Done)
  if (!form.ok) refuse(400, 'platform.refused.form')
  const { municipality, task } = form.value
  await closeTask(context.get(databaseContext), user, municipality, task, 'done')
  throw redirect(new URL(request.url).pathname, 303)
}

/** What waits for whoever has signed in, in all municipalities: what failed, what is due, what else there is to do. */
export default function Desk({ loaderData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const { tasks, lines, unread, failed, places, home, works, isOfCountry, others, country } = loaderData
  const title = text('work.desk.title')
  const canWork = works.length + others.length > 0
  const isReader = !canWork && (isOfCountry || home.length > 0)
  const isNothing = tasks.length + lines.length + failed.length === 0
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {isNothing ? (
        <p>
          {text('work.desk.nothing')}{' '}
          {canWork ? text('work.desk.canDo') : isReader ? null : text('work.desk.noPlace')}
        </p>
      ) : null}
      {isNothing && isReader ? (
        <OnlyReads places={places.filter(({ id }) => home.includes(id))} isOfCountry={isOfCountry} />
      ) : null}
      <DeskParts lines={lines} failed={failed} places={places} />
      <DeskTasks tasks={tasks} places={places} />
      <CountryPages pages={country} />
      <Workplaces places={places.filter(({ id }) => works.includes(id))} others={others} />
      <p>
        <a href={path('/darbs/zinas')}>{text('work.notices.title')}</a>
        {unread > 0 ? <> · {text('work.desk.news', { count: unread })}</> : null}
      </p>
      <p>
        <a href={path('/darbs/kalendars')}>{text('work.calendar.title')}</a>
      </p>
      <p>
        <a href={path('/darbs/konts/mani-dati')}>{text('work.desk.ownData')}</a>
      </p>
    </Page>
  )
}
