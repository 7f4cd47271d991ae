import type { EditField, Option } from '#platform/editing/edit.ts'
import { EditFieldPart, sayOption } from '#platform/editing/edit-field.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { type Column, Table } from '#platform/ui/table.tsx'
import { CellField } from './cell-field.tsx'

type Programme = { code: string; title: LocalText }
type Props = { fields: readonly EditField[]; programmes: readonly Programme[]; directions: readonly Option[] }

/** A row for each programme: its state, what it serves; then the fields of one that is added. */
export function MatrixForm({ fields, programmes, directions }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  const column = (heading: string, part: string): Column<Programme> => ({
    heading,
    cell: ({ code }) => {
      const field = fieldOf.get(`${code}/${part}`)
      return field ? <CellField of={field} /> : null
    },
  })
  const added = fields.filter(({ name }) => name.startsWith('+/'))
  return (
    <>
      <div className="scroll">
        <Table
          className="matrix"
          caption={text('strategy.matrix.edit.caption', { count: programmes.length })}
          rows={[...programmes]}
          rowKey={({ code }) => code}
          columns={[
            {
              heading: text('strategy.subject.programme'),
              cell: ({ code, title }) => (
                <>
                  <span className="nr">{code}</span> {local(title)}
                </>
              ),
            },
            column(text('strategy.programme.state'), 'state'),
            column(text('strategy.edit.programme.promisedBy'), 'promised_by'),
            column(text('strategy.edit.kept'), 'kept'),
            ...directions.map((direction) => column(sayOption(direction, speech), direction.value)),
          ]}
        />
      </div>
      <details>
        <summary>{text('strategy.matrix.new')}</summary>
        {added.map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      </details>
    </>
  )
}
