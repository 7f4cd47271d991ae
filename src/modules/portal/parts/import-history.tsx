import { useSpeech } from '#platform/i18n.tsx'
import type { ImportRun } from '#platform/import/runs.server.ts'
import { Table } from '#platform/ui/table.tsx'

/** When data were loaded and how many rows each loading brought or changed. */
export function ImportHistory({ runs }: { runs: readonly ImportRun[] }) {
  const { text, date, number } = useSpeech()
  if (runs.length === 0) return <p>{text('portal.imports.none')}</p>
  return (
    <Table
      caption={text('portal.imports.caption', { count: runs.length })}
      columns={[
        {
          heading: text('portal.imports.when'),
          cell: ({ importedAt }) => <time dateTime={importedAt.toISOString()}>{date(importedAt)}</time>,
        },
        { heading: text('portal.imports.dataset'), cell: ({ dataset }) => dataset },
        { heading: text('portal.imports.added'), className: 'n', cell: ({ added }) => number(added) },
        { heading: text('portal.imports.changed'), className: 'n', cell: ({ changed }) => number(changed) },
      ]}
      rows={runs}
      rowKey={({ id }) => id}
    />
  )
}
