import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { may } from '#platform/users.ts'
import { elementAddress, elementsAddress } from '../../addresses.ts'
import { countCallsOfElements, findElements } from '../element-store.server.ts'
import { CollectionTabs } from '../parts/collection-tabs.tsx'
import type { Route } from './+types/element-list'

export const handle = { reads: ['collection.call.edit'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!may(user, 'collection.call.edit', { municipalityId: municipality.id }))
    refuse(403, 'platform.refused.grant')
  const read = await readInRequest(context, async (tx) => ({
    elements: await findElements(tx, municipality.id),
    calls: await countCallsOfElements(tx, municipality.id),
  }))
  return { municipality, ...read }
}

/** Everything that a municipality may ask for, so that the same is asked in the same way. */
export default function ElementList({ loaderData }: Route.ComponentProps) {
  const { municipality, elements, calls } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.elements.title')
  const minimum = elements.filter(({ isMinimum }) => isMinimum).length
  return (
    <Page title={title} place={local(municipality.name)}>
      <CollectionTabs slug={municipality.slug} isEditor />
      <h1>{title}</h1>
      <p>{text('collection.elements.purpose')}</p>
      <p>
        <a href={path(elementAddress(municipality.slug, 'jauns'))}>{text('collection.element.new')}</a>
      </p>
      {elements.length === 0 ? (
        <p>{text('collection.elements.none')}</p>
      ) : (
        <Table
          caption={text('collection.elements.caption', { count: elements.length, minimum })}
          rows={elements}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: text('collection.element'),
              cell: ({ key, name }) => (
                <a href={path(`${elementsAddress(municipality.slug)}/${key}`)}>{local(name)}</a>
              ),
            },
            { heading: text('collection.element.key'), cell: ({ key }) => <code>{key}</code> },
            {
              heading: text('collection.element.kind'),
              cell: ({ kind }) => text(`collection.element.kind.${kind}`),
            },
            {
              heading: text('collection.element.belongs'),
              cell: ({ isMinimum, reason }) =>
                isMinimum ? text('collection.element.minimum') : reason ? local(reason) : '',
            },
            {
              heading: text('collection.element.calls'),
              className: 'n',
              cell: ({ id }) => calls.get(id) ?? 0,
            },
          ]}
        />
      )}
    </Page>
  )
}
