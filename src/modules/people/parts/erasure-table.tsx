import { useSpeech } from '#platform/i18n.tsx'
import type { EntryPlan } from '#platform/personal-data/erase.service.server.ts'
import { Table } from '#platform/ui/table.tsx'

/** Entry by entry what is erased and what is withheld, why and until when. */
export function ErasureTable({ plans, isDone }: { plans: readonly EntryPlan[]; isDone: boolean }) {
  const { text, date } = useSpeech()
  const why = ({ withheld }: EntryPlan) =>
    withheld
      .map(({ reason, until }) =>
        until === null
          ? text(reason)
          : `${text(reason)} ${text('people.person.until', { date: date(until) })}`,
      )
      .join(' ')
  return (
    <Table
      caption={text(isDone ? 'people.person.wasErased' : 'people.person.willBeErased')}
      columns={[
        { heading: text('people.register.what'), cell: ({ title }) => text(title) },
        {
          heading: text(isDone ? 'people.person.erasedCount' : 'people.person.toErase'),
          className: 'n',
          cell: ({ count }) => count,
        },
        {
          heading: text('people.person.withheld'),
          className: 'n',
          cell: ({ withheld }) => withheld.reduce((sum, { count }) => sum + count, 0),
        },
        { heading: text('people.person.why'), cell: why },
      ]}
      rows={plans}
      rowKey={({ key }) => key}
    />
  )
}
