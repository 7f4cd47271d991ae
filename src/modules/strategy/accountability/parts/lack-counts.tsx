import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Lack } from '../lacks.ts'

type Props = { counts: readonly { lack: Lack; count: number }[]; total: number }

/** How many actions lack what. */
export function LackCounts({ counts, total }: Props) {
  const { text } = useSpeech()
  return (
    <Table
      isNarrow
      caption={text('strategy.lacks.counts.caption')}
      rows={[...counts]}
      rowKey={({ lack }) => lack}
      columns={[
        { heading: text('strategy.lacks.what'), cell: ({ lack }) => text(`strategy.lacks.${lack}`) },
        {
          heading: text('strategy.lacks.howMany'),
          cell: ({ count }) => text('strategy.lacks.share', { lacking: count, count: total }),
        },
      ]}
    />
  )
}
