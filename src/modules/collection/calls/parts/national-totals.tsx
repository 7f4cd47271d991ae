import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Confidential, ConfidentialNote } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { MunicipalTotal, NationalTotal } from '../national-totals.ts'

type Named = NationalTotal & { name: LocalText }
type Props = { totals: readonly Named[]; names: Readonly<Record<string, LocalText>> }

/** What was accepted, by municipality, always with of how many institutions it is. */
export function NationalTotals({ totals, names }: Props) {
  const { text, local } = useSpeech()
  if (totals.length === 0) return <p>{text('collection.totals.none')}</p>
  const isCovered = totals.some(({ municipalities }) => municipalities.some(({ total }) => total === null))
  return (
    <details>
      <summary>{text('collection.totals.title', { count: totals.length })}</summary>
      <p>{text('collection.totals.partial')}</p>
      {totals.map((one) => (
        <Table
          key={one.key}
          caption={local(one.name)}
          rows={rowsOf(one)}
          rowKey={({ municipalityId }) => municipalityId}
          columns={[
            {
              heading: text('collection.totals.municipality'),
              cell: ({ municipalityId }) => {
                const name = names[municipalityId]
                return name ? local(name) : text('collection.totals.together')
              },
            },
            {
              heading: text('collection.totals.total'),
              className: 'n',
              cell: (row) => <Total of={row} />,
            },
            {
              heading: text('collection.totals.accepted'),
              className: 'n',
              cell: ({ accepted, asked }) => text('collection.calls.ofHow', { part: accepted, whole: asked }),
            },
          ]}
        />
      ))}
      {isCovered ? <ConfidentialNote isPrinted={false} /> : null}
    </details>
  )
}

const rowsOf = ({ municipalities, together }: Named): MunicipalTotal[] => [
  ...municipalities,
  ...(together && municipalities.length > 1 ? [{ municipalityId: '', ...together }] : []),
]

function Total({ of: { total, denominator } }: { of: MunicipalTotal }) {
  const { text, number } = useSpeech()
  if (total === null) return <Confidential />
  return denominator === null
    ? number(total)
    : text('collection.totals.share', { part: total, whole: denominator })
}
