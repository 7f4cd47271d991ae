import { municipalityContext } from '#modules/registry.context'
import { apiFormats } from '#platform/api/address.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { publicAddressOf, publicCallsAddress } from '../../addresses.ts'
import { findCalls } from '../call-store.server.ts'
import type { Route } from './+types/public-calls'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const calls = await readInRequest(context, (tx) => findCalls(tx, municipality.id))
  return { municipality, calls: calls.filter(({ state }) => state !== 'draft') }
}

/** What a municipality asks its institutions, and why: open calls and past ones. */
export default function PublicCalls({ loaderData }: Route.ComponentProps) {
  const { municipality, calls } = loaderData
  const { text, local, path, say, instant } = useSpeech()
  const title = text('collection.public.title')
  const files = apiFormats(`/municipalities/${municipality.slug}/data-calls`, {})
  return (
    <Page title={title} place={local(municipality.name)}>
      <h1>{title}</h1>
      <p>{text('collection.public.purpose')}</p>
      {calls.length === 0 ? (
        <p>{text('collection.public.none')}</p>
      ) : (
        <Table
          caption={text('collection.calls.caption', { count: calls.length })}
          rows={calls}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: text('collection.call'),
              cell: (call) => (
                <a href={path(publicAddressOf(municipality.slug, call))}>{local(call.title)}</a>
              ),
            },
            { heading: text('collection.call.purpose'), cell: ({ purpose }) => local(purpose) },
            { heading: text('collection.call.period'), cell: ({ period }) => say.period(period) },
            {
              heading: text('collection.public.time'),
              cell: ({ opensAt, dueAt, state }) =>
                state === 'withdrawn'
                  ? text('collection.phase.withdrawn')
                  : text('collection.public.fromTo', { from: instant(opensAt), to: instant(dueAt) }),
            },
            {
              heading: text('collection.call.minutes'),
              className: 'n',
              cell: ({ estimatedMinutes }) => estimatedMinutes,
            },
          ]}
        />
      )}
      <p>
        <a href={path(`${publicCallsAddress(municipality.slug)}/aptaujas`)}>
          {text('collection.polls.ofInstitutions')}
        </a>
        {' · '}
        <a href={path(`${publicCallsAddress(municipality.slug)}/darba-saraksti`)}>
          {text('collection.campaigns.title')}
        </a>
      </p>
      <p className="hint">
        <a href={path(`/${municipality.slug}/datu-slogs`)}>{text('collection.public.burden')}</a>
      </p>
      <p className="source">
        {text('collection.public.download')}: <DownloadLinks what={title} files={files} />
      </p>
    </Page>
  )
}
