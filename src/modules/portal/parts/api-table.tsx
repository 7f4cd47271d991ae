import { useSpeech } from '#platform/i18n.tsx'
import type { TextKey } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'

export type ApiAddress = { path: string; title: TextKey; isList: boolean }

/** Every address of the API, with what it answers and in which formats. */
export function ApiTable({ addresses, example }: { addresses: readonly ApiAddress[]; example: string }) {
  const { text } = useSpeech()
  return (
    <Table
      caption={text('portal.open.api.caption', { example })}
      columns={[
        {
          heading: text('portal.open.address'),
          cell: ({ path }) => <code>/api/v1{path === '/' ? '' : path}</code>,
        },
        { heading: text('portal.open.answers'), cell: ({ title }) => text(title) },
        { heading: text('portal.downloads.format'), cell: ({ isList }) => (isList ? 'JSON, CSV' : 'JSON') },
      ]}
      rows={addresses}
      rowKey={({ path }) => path}
    />
  )
}
