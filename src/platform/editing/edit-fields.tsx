import { use } from 'react'
import { FilledContext } from '../forms/form-parts.tsx'
import { useSpeech } from '../i18n.tsx'
import type { EditField } from './edit.ts'
import { EditFieldPart } from './edit-field.tsx'

/** The fields of a form one below the other; those of one row stand together under what the row is called. */
export function EditFields({ fields }: { fields: readonly EditField[] }) {
  const rows = Map.groupBy(fields, ({ row }) => row)
  return [...rows].map(([row, own]) =>
    row === undefined ? (
      own.map((field) => <EditFieldPart key={field.name} of={field} />)
    ) : (
      <RowFields key={row} row={row} fields={own} />
    ),
  )
}

function RowFields({ row, fields }: { row: string; fields: readonly EditField[] }) {
  const { text, say } = useSpeech()
  const { complaints, saved, entered } = use(FilledContext)
  const more = fields.filter(({ isMore }) => isMore)
  const isToBeSeen = more.some(
    ({ name }) => complaints[name] || (saved[name] !== undefined && saved[name] !== entered[name]),
  )
  const said = /^\d{4}/.test(row) ? say.period(row) : row
  const legend = row === '' ? text('platform.edit.newRow') : said
  return (
    <fieldset className="row">
      <legend>{legend}</legend>
      {fields
        .filter(({ isMore }) => !isMore)
        .map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      {more.length === 0 ? null : (
        <details open={isToBeSeen}>
          <summary>{text('platform.edit.more')}</summary>
          {more.map((field) => (
            <EditFieldPart key={field.name} of={field} />
          ))}
        </details>
      )}
    </fieldset>
  )
}
