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
  const name: Column<Programme> = {
    heading: text('strategy.subject.programme'),
    cell: ({ title }) => local(title),
  }
  const caption = text('strategy.matrix.edit.caption', { count: programmes.length })
  return (
    <>
      <div className="wide">
        <Table
          caption={text('strategy.matrix.edit.states')}
          rows={[...programmes]}
          rowKey={({ code }) => code}
          columns={[
            name,
            column(text('strategy.programme.state'), 'state'),
            column(text('strategy.edit.programme.promisedBy'), 'promised_by'),
            column(text('strategy.edit.kept'), 'kept'),
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll wide" aria-label={caption} tabIndex={0}>
        <Table
          className="matrix"
          caption={caption}
          rows={[...programmes]}
          rowKey={({ code }) => code}
          columns={[name, ...directions.map(({ value }) => column(value, value))]}
        />
      </section>
      <ul className="links">
        {directions.map((direction) => (
          <li key={direction.value}>{sayOption(direction, speech)}</li>
        ))}
      </ul>
      <details>
        <summary>{text('strategy.matrix.new')}</summary>
        {added.map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      </details>
    </>
  )
}
