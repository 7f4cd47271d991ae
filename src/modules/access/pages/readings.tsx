import { useSpeech } from '#platform/i18n.tsx'
import { sayActor } from '#platform/journal/say-actor.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import { capabilityKey } from '#platform/rights/say-grant.ts'
import { sayInstant } from '#platform/say/instant.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { JOURNAL_PARAMETERS } from '../journal-query.ts'
import { JournalFilters } from '../parts/journal-filters.tsx'
import { JournalTabs } from '../parts/journal-tabs.tsx'
import { MoreRows } from '../parts/more-rows.tsx'
import { ON_PAGE, readReadings } from '../read-journal.server.ts'
import type { Route } from './+types/readings'

export const handle = { parameters: JOURNAL_PARAMETERS, reads: ['platform.reading.read'] }

export const loader = (asked: Route.LoaderArgs) => readReadings(asked, ON_PAGE)

/** Who opened whose record, when and why. */
export default function Readings({ loaderData }: Route.ComponentProps) {
  const speech = useSpeech()
  const { text, local, language } = speech
  const { place, filters, names, persons, rows, after } = loaderData
  const base = place.address.replace(/tiesibas$/, 'zurnals')
  const title = text('access.readings.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <JournalTabs base={base} here="readings" isCountry={place.name === null} />
      <JournalFilters filters={filters} />
      {rows.length === 0 ? (
        <p>{text('access.journal.none')}</p>
      ) : (
        <Table
          caption={text('access.readings.caption')}
          columns={[
            {
              heading: text('access.journal.when'),
              cell: ({ at }) => <time dateTime={at.toISOString()}>{sayInstant(language, at)}</time>,
            },
            {
              heading: text('access.journal.who'),
              cell: ({ actor }) => sayActor(speech, actor, names.accounts[actor]),
            },
            { heading: text('access.readings.whose'), cell: ({ personId }) => persons[personId] ?? personId },
            {
              heading: text('access.journal.what'),
              cell: ({ capability }) => text(capabilityKey(capability as Capability)),
            },
            { heading: text('access.why'), cell: ({ reason }) => reason },
          ]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <MoreRows filters={filters} after={after} file={`${base}/lasijumi.csv`} />
    </Page>
  )
}
