import { redirect } from 'react-router'
import { z } from 'zod'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { DeadJobs } from '../parts/dead-jobs.tsx'
import { SystemFacts } from '../parts/system-facts.tsx'
import { SystemTables } from '../parts/system-tables.tsx'
import { dealWithDead, findSystemState } from '../system.service.server.ts'
import type { Route } from './+types/system'

const ADDRESS = '/darbs/sistema'
export const handle = {
  action: 'app.job.settle',
  reads: ['platform.operate'],
  changes: ['platform.operate'],
} as const

const Deal = z.object({ what: z.enum(['retry', 'drop']), id: z.uuid() })

export async function loader({ context, request }: Route.LoaderArgs) {
  return findSystemState(context.get(databaseContext), demandSignedIn(context, request))
}

export async function action({ context, request }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const form = await readForm(request, Deal)
  if (!form.ok) return form.answer()
  const { what, id } = form.value
  // Somebody else may have dealt with it already: then there is nothing to be said, it is not there any more.
  if (!(await dealWithDead(context.get(databaseContext), user, what, id))) refuse(404, 'app.system.gone')
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), ADDRESS), 303)
}

/** How the installation is, for whoever runs it. */
export default function SystemPage({ loaderData }: Route.ComponentProps) {
  const { text } = useSpeech()
  const { queues, dead, seal, keepers, database, program, node, memory, upSeconds } = loaderData
  const title = text('app.system.title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <SystemFacts state={{ seal, database, program, node, memory, upSeconds }} />
      <h2>{text('app.system.dead')}</h2>
      <DeadJobs jobs={dead} />
      <SystemTables queues={queues} keepers={keepers} />
    </Page>
  )
}
