import { useSpeech } from '#platform/i18n.tsx'
import { sayActor } from '#platform/journal/say-actor.ts'
import { sayInstant } from '#platform/say/instant.ts'
import { JournalHeads } from '#platform/ui/journal-heads.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { JOURNAL_PARAMETERS } from '../journal-query.ts'
import { JournalFilters } from '../parts/journal-filters.tsx'
import { JournalTabs } from '../parts/journal-tabs.tsx'
import { MoreRows } from '../parts/more-rows.tsx'
import { ON_PAGE, readChanges } from '../read-journal.server.ts'
import { sayAction, sayCounts, saySubject } from '../say-change.ts'
import type { Route } from './+types/journal'

export const handle = { parameters: JOURNAL_PARAMETERS, reads: ['platform.journal.read'] }

export const loader = (asked: Route.LoaderArgs) => readChanges(asked, ON_PAGE)

/** What was changed here, by whom and why, the newest first; and the heads by which it can be proved. */
export default function Journal({ loaderData }: Route.ComponentProps) {
  const speech = useSpeech()
  const { text, local, language } = speech
  const { place, filters, choices, names, rows, after, heads } = loaderData
  const base = place.address.replace(/tiesibas$/, 'zurnals')
  const title = text('access.journal.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <JournalTabs base={base} here="changes" isCountry={place.name === null} />
      <JournalFilters filters={filters} streams={choices.streams} actions={choices.actions} />
      {rows.length === 0 ? (
        <p>{text('access.journal.none')}</p>
      ) : (
        <Table
          caption={text('access.journal.caption')}
          columns={[
            {
              heading: text('access.journal.when'),
              cell: ({ at }) => <time dateTime={at.toISOString()}>{sayInstant(language, at)}</time>,
            },
            {
              heading: text('access.journal.who'),
              cell: ({ actor }) => sayActor(speech, actor, names.accounts[actor]),
            },
            { heading: text('access.journal.what'), cell: ({ action }) => sayAction(speech, action) },
            {
              heading: text('access.journal.about'),
              cell: (row) => saySubject(speech, row, loaderData),
            },
            { heading: text('access.why'), cell: ({ why }) => why },
            { heading: text('access.journal.counts'), cell: (row) => sayCounts(speech, row) },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <MoreRows filters={filters} after={after} file={`${base}/izmainas.csv`} />
      <section>
        <h2>{text('platform.heads.title')}</h2>
        <JournalHeads heads={heads} />
      </section>
    </Page>
  )
}
