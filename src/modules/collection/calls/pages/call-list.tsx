import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { demandReader } from '../../demand-reader.ts'
import { CallTable } from '../parts/call-table.tsx'
import { CollectionTabs } from '../parts/collection-tabs.tsx'
import { OwnCalls } from '../parts/own-calls.tsx'
import { answersFor, readCallList, readOwnCalls } from '../read-calls.server.ts'
import type { Route } from './+types/call-list'

export const handle = { reads: ['collection.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const place = { municipalityId: municipality.id }
  demandReader(user, municipality.id)
  const isDepartment = may(user, 'collection.read', place)
  const now = new Date()
  const own = answersFor(user, municipality.id)
  const read = await readInRequest(context, async (tx) => ({
    calls: isDepartment ? await readCallList(tx, municipality.id, now) : null,
    own: own.length > 0 ? await readOwnCalls(tx, municipality.id, own, now) : [],
  }))
  return {
    municipality,
    ...read,
    isEditor: may(user, 'collection.call.edit', place),
    isGiver: own.length > 0,
  }
}

/** For a department all calls and how complete they are; for an institution what it has to answer. */
export default function CallList({ loaderData }: Route.ComponentProps) {
  const { municipality, calls, own, isEditor, isGiver } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.menu')
  const { slug } = municipality
  return (
    <Page title={title} place={local(municipality.name)}>
      <CollectionTabs slug={slug} isEditor={isEditor} />
      <h1>{title}</h1>
      {isGiver ? <OwnCalls slug={slug} calls={own} /> : null}
      {isEditor ? (
        <p>
          <a href={path(`${collectionHome(slug)}/jauna`)}>{text('collection.call.new')}</a>
        </p>
      ) : null}
      {calls ? <CallTable slug={slug} calls={calls} /> : null}
    </Page>
  )
}
