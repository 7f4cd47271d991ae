import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { workAddressOf } from '../../addresses.ts'
import type { ListedCall } from '../read-calls.server.ts'

/** All calls of a municipality: when they are due and how many have handed in. */
export function CallTable({ slug, calls }: { slug: string; calls: readonly ListedCall[] }) {
  const { text, local, path, instant, say } = useSpeech()
  if (calls.length === 0) return <p>{text('collection.calls.none')}</p>
  return (
    <Table
      caption={text('collection.calls.caption', { count: calls.length })}
      rows={calls}
      rowKey={({ call }) => call.id}
      columns={[
        {
          heading: text('collection.call'),
          cell: ({ call }) => <a href={path(workAddressOf(slug, call))}>{local(call.title)}</a>,
        },
        { heading: text('collection.call.period'), cell: ({ call }) => say.period(call.period) },
        { heading: text('collection.calls.phase'), cell: ({ phase }) => text(`collection.phase.${phase}`) },
        { heading: text('collection.call.dueAt'), cell: ({ call }) => instant(call.dueAt) },
        {
          heading: text('collection.calls.handedIn'),
          className: 'n',
          cell: ({ completeness }) =>
            completeness === null || completeness.share === null
              ? '–'
              : text('collection.calls.ofHow', {
                  part: completeness.handedIn,
                  whole: completeness.expected,
                }),
        },
        {
          heading: text('collection.calls.accepted'),
          className: 'n',
          cell: ({ completeness }) => completeness?.by.accepted ?? '–',
        },
      ]}
    />
  )
}
