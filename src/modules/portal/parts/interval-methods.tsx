import { INTERVAL_ASSUMPTION, INTERVAL_METHODS } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'

/** How the interval beside a survey's share is chosen and computed. */
export function IntervalMethods() {
  const { text, local } = useSpeech()
  return (
    <>
      <p>{local(INTERVAL_ASSUMPTION)}</p>
      <Table
        caption={text('portal.methods.interval.caption')}
        columns={[
          { heading: text('portal.methods.interval'), cell: ({ name }) => local(name) },
          { heading: text('portal.methods.interval.usedWhen'), cell: ({ usedWhen }) => local(usedWhen) },
          {
            heading: text('portal.methods.formula'),
            cell: ({ method }) => text(`portal.methods.interval.${method}`),
          },
        ]}
        rows={INTERVAL_METHODS}
        rowKey={({ method }) => method}
      />
      <p className="hint after">{text('portal.methods.symbols')}</p>
    </>
  )
}
