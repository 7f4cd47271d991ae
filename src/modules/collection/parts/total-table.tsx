import { useSpeech } from '#platform/i18n.tsx'
import { NO_BREAK_SPACE } from '#platform/say/index.ts'
import { Confidential } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import { type Field, fieldsOf } from '../form/fields.ts'
import type { CallElement } from '../model.ts'
import type { CollectionTables } from '../tables.server.ts'
import { sayLabel } from './field-label.ts'

type Total = CollectionTables['collection.call_total'] & { isCovered: boolean }
type Props = { elements: readonly CallElement[]; totals: readonly Total[] }
type Row = { field: Field; total: Total; choice: string | null }

/** Choices stand as the form offers them. */
const inOrder = ({ choices }: Field, totals: readonly Total[]) => {
  const placeOf = (total: Total) => choices.findIndex(({ key }) => key === total.choice)
  return totals.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What accepted answers add up to, field by field; of a choice, how many chose it. */
export function TotalTable({ elements, totals }: Props) {
  const speech = useSpeech()
  const { text, say, local } = speech
  const byField = Map.groupBy(totals, (total) => total.field)
  const rows = fieldsOf(elements).flatMap((field): Row[] =>
    inOrder(field, byField.get(field.name) ?? []).map((total) => {
      const chosen = field.choices.find(({ key }) => key === total.choice)
      return { field, total, choice: chosen ? local(chosen.name) : total.choice || null }
    }),
  )
  if (rows.length === 0) return <p>{text('collection.results.totals.none')}</p>
  return (
    <Table
      caption={text('collection.results.totals.caption')}
      rows={rows}
      rowKey={({ total }) => `${total.field} ${total.choice}`}
      columns={[
        {
          heading: text('collection.form.question'),
          cell: ({ field, choice }) => (
            <>
              {sayLabel(speech, field)}
              {choice === null ? null : <span className="note">{choice}</span>}
            </>
          ),
        },
        {
          heading: text('collection.results.total'),
          className: 'n',
          cell: ({ field, total }) => {
            if (total.isCovered) return <Confidential />
            const number = [say.number(Number(total.total)), field.unit].filter(Boolean).join(NO_BREAK_SPACE)
            if (total.denominator === null) return number
            return text('collection.form.shareOf', {
              part: say.number(Number(total.total)),
              whole: say.number(Number(total.denominator)),
              share:
                Number(total.denominator) === 0
                  ? '–'
                  : say.percent((100 * Number(total.total)) / Number(total.denominator), 1),
            })
          },
        },
        {
          heading: text('collection.results.answered'),
          className: 'n',
          cell: ({ total }) =>
            text('collection.results.ofAsked', { accepted: total.accepted, asked: total.asked }),
        },
      ]}
    />
  )
}
