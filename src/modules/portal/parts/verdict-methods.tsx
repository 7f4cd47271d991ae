import { REASONS } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'

const TARGETS = [
  'absolute',
  'range',
  'percent',
  'percentagePoint',
  'trend',
  'distribution',
  'exists',
  'firstMeasurement',
  'path',
] as const

/** When each kind of target counts as met, and why a verdict may be impossible. */
export function VerdictMethods() {
  const { text } = useSpeech()
  return (
    <>
      <Table
        caption={text('portal.methods.targets')}
        columns={[
          { heading: text('portal.methods.target'), cell: (kind) => text(`portal.methods.target.${kind}`) },
          { heading: text('portal.methods.met'), cell: (kind) => text(`portal.methods.target.${kind}.met`) },
        ]}
        rows={TARGETS}
        rowKey={(kind) => kind}
      />
      <h3>{text('portal.methods.noVerdict')}</h3>
      <Table
        caption={text('portal.methods.reasons')}
        columns={[
          { heading: text('portal.reasons.reason'), cell: (reason) => text(`indicators.reason.${reason}`) },
          {
            heading: text('portal.reasons.meaning'),
            cell: (reason) => text(`indicators.reason.${reason}.explanation`),
          },
        ]}
        rows={REASONS}
        rowKey={(reason) => reason}
      />
    </>
  )
}
