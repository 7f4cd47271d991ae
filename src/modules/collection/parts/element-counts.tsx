import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { AnsweredElement } from '../monitoring/read-monitoring.server.ts'

const COUNTS = ['answered', 'notApplicable', 'notAvailable', 'blank'] as const

/** How each element was answered by those who have handed in. */
export function ElementCounts({ elements }: { elements: readonly AnsweredElement[] }) {
  const { text, local, number } = useSpeech()
  if (elements.length === 0) return null
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">{text('collection.monitoring.elements')}</h2>
      <p className="quiet">{text('collection.monitoring.elements.lede')}</p>
      <details>
        <summary>{text('collection.monitoring.elements.show', { count: elements.length })}</summary>
        <Table
          caption={text('collection.monitoring.elements.caption')}
          rows={elements}
          rowKey={({ key }) => key}
          columns={[
            {
              heading: text('collection.monitoring.elements.name'),
              cell: ({ name, fields }) =>
                fields > 1
                  ? `${local(name)} (${text('collection.monitoring.elements.cells', { count: fields })})`
                  : local(name),
            },
            ...COUNTS.map((key) => ({
              heading: text(`collection.monitoring.elements.${key}`),
              className: 'n',
              cell: (row: AnsweredElement) => number(row[key]),
            })),
          ]}
        />
      </details>
    </section>
  )
}
