import { use } from 'react'
import { FilledContext } from '../forms/form-parts.tsx'
import { useSpeech } from '../i18n.tsx'
import type { EditField } from './edit.ts'
import { EditFieldPart } from './edit-field.tsx'

/**
 * The fields of a form one below the other; those of one row stand together under what the row is called, and those
 * that are seldom needed behind a few words.
 */
export function EditFields({ fields }: { fields: readonly EditField[] }) {
  const { text } = useSpeech()
  const { entered } = use(FilledContext)
  return runsOf(fields).map(({ words, own }) =>
    words === undefined ? (
      <Rows key={own[0]?.name} fields={own} />
    ) : (
      <Fold key={words} words={text(words)} fields={own} isOpen={own.some(({ name }) => entered[name])} />
    ),
  )
}

/** Neighbours that are folded under the same words, or not folded. */
function runsOf(fields: readonly EditField[]) {
  const runs: { words: EditField['foldedUnder']; own: EditField[] }[] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (last && last.words === field.foldedUnder) last.own.push(field)
    else runs.push({ words: field.foldedUnder, own: [field] })
  }
  return runs
}

function Rows({ fields }: { fields: readonly EditField[] }) {
  const rows = Map.groupBy(fields, ({ row }) => row)
  return [...rows].map(([row, own]) =>
    row === undefined ? <Plain key="plain" fields={own} /> : <RowFields key={row} row={row} fields={own} />,
  )
}

const Plain = ({ fields }: { fields: readonly EditField[] }) =>
  fields.map((field) => <EditFieldPart key={field.name} of={field} />)

type FoldProps = { words: string; fields: readonly EditField[]; isOpen?: boolean }

/** Fields behind some words; open where something is to be seen: a mistake, or what somebody else has saved. */
function Fold({ words, fields, isOpen = false }: FoldProps) {
  const { complaints, saved, entered } = use(FilledContext)
  const isToBeSeen = fields.some(
    ({ name }) => complaints[name] || (saved[name] !== undefined && saved[name] !== entered[name]),
  )
  return (
    <details open={isOpen || isToBeSeen}>
      <summary>{words}</summary>
      <Plain fields={fields} />
    </details>
  )
}

function RowFields({ row, fields }: { row: string; fields: readonly EditField[] }) {
  const { text, say } = useSpeech()
  const more = fields.filter(({ isMore }) => isMore)
  const said = /^\d{4}/.test(row) ? say.period(row) : row
  const legend = row === '' ? text('platform.edit.newRow') : said
  return (
    <fieldset className="row">
      <legend>{legend}</legend>
      <Plain fields={fields.filter(({ isMore }) => !isMore)} />
      {more.length === 0 ? null : <Fold words={text('platform.edit.more')} fields={more} />}
    </fieldset>
  )
}
