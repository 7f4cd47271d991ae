import { useSpeech } from '#platform/i18n.tsx'
import { sayActor } from '#platform/journal/say-actor.ts'
import { sayInstant } from '#platform/say/instant.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { nameOfAccount } from '../holding.ts'
import { JournalTabs } from '../parts/journal-tabs.tsx'
import { MoreRows } from '../parts/more-rows.tsx'
import { SecurityFilters } from '../parts/security-filters.tsx'
import { ON_PAGE } from '../read-journal.server.ts'
import { readSecurity } from '../read-security.server.ts'
import { SECURITY_PARAMETERS } from '../security-query.ts'
import type { Route } from './+types/security'

export const handle = { parameters: SECURITY_PARAMETERS, reads: ['platform.account.read'] }

export const loader = (asked: Route.LoaderArgs) => readSecurity(asked, ON_PAGE)

/** Who signed in or failed to, and what was done to accounts, the newest first. */
export default function Security({ loaderData }: Route.ComponentProps) {
  const speech = useSpeech()
  const { text, local, language } = speech
  const { place, filters, names, events, after } = loaderData
  const base = place.address.replace(/tiesibas$/, 'zurnals')
  const title = text('access.security.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <JournalTabs base={base} here="security" isCountry={place.name === null} />
      <p>
        {text('access.security.intro')} {place.name ? null : text('access.security.introCountry')}
      </p>
      <SecurityFilters filters={filters} />
      {events.length === 0 ? (
        <p>{text('access.journal.none')}</p>
      ) : (
        <Table
          caption={text('access.security.caption')}
          columns={[
            {
              heading: text('access.journal.when'),
              cell: ({ at }) => <time dateTime={at.toISOString()}>{sayInstant(language, at)}</time>,
            },
            {
              heading: text('access.security.whose'),
              cell: ({ accountId }) =>
                accountId === null ? text('access.security.nobody') : nameOfAccount(names, accountId),
            },
            { heading: text('access.security.what'), cell: ({ kind }) => text(`access.event.${kind}`) },
            {
              heading: text('access.security.by'),
              cell: ({ actor, accountId }) =>
                actor === null || actor === accountId ? '' : sayActor(speech, actor, names.accounts[actor]),
            },
            { heading: text('access.security.where'), cell: ({ clientAddress }) => clientAddress },
          ]}
          rows={events}
          rowKey={({ id }) => id}
        />
      )}
      <MoreRows filters={filters} after={after} file={`${base}/drosiba.csv`} />
    </Page>
  )
}
