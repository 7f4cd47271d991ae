import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Field } from '../form/fields.ts'
import { type Item, labelOf, type Section } from '../form/sections.ts'
import type { CallElement } from '../model.ts'
import { idOfInput } from './form-context.ts'
import { FormControl } from './form-control.tsx'
import { FieldNotes, FormMissing, idOfField } from './form-missing.tsx'
import { BesideField, ElementChecks, Remarks } from './form-notes.tsx'

type Homes = { homes: ReadonlyMap<string, string> }

/** The fields under one heading. */
export function FormItems({ items, homes }: Pick<Section, 'items'> & Homes) {
  return items.map((item) =>
    item.kind === 'table' ? (
      <TableItem key={item.element.key} item={item} homes={homes} />
    ) : (
      <FieldItem key={item.element.key} field={item.field} homes={homes} />
    ),
  )
}

function FieldItem({ field, homes }: { field: Field } & Homes) {
  const { element, kind, computed } = field
  const isGroup = kind === 'share' && computed === null
  const content = (
    <>
      <Help element={element} />
      <FieldNotes field={field} />
      <FormControl field={field} />
      <BesideField field={field} />
      {computed === null ? <FormMissing fields={[field]} /> : null}
      <ElementChecks element={element.key} homes={homes} />
    </>
  )
  return isGroup ? (
    <fieldset className="field">
      <legend>
        <Label element={element} />
      </legend>
      {content}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={idOfField(field)}>
        <Label element={element} />
      </label>
      {content}
    </div>
  )
}

/** What need not be answered says so; the rest must be. What is computed is neither. */
function Label({ element: { name, isRequired, computed } }: { element: CallElement }) {
  const { text, local } = useSpeech()
  const label = local(name)
  if (computed !== null) return text('collection.form.computed', { label })
  return isRequired ? label : text('platform.form.optional', { label })
}

function Help({ element: { help } }: { element: CallElement }) {
  const { local } = useSpeech()
  return help ? <p className="hint">{local(help)}</p> : null
}

type TableItemOf = Extract<Item, { kind: 'table' }>
type Row = TableItemOf['rows'][number]

function Cell({ field }: { field: Field | undefined }) {
  const { local } = useSpeech()
  return field ? (
    <>
      <FieldNotes field={field} />
      <FormControl field={field} label={labelOf(field, local)} />
      <BesideField field={field} />
    </>
  ) : null
}

/** A table is filled in row by row; on a phone each row is a card. */
function TableItem({ item: { element, rows }, homes }: { item: TableItemOf } & Homes) {
  const { text, local } = useSpeech()
  return (
    <div className="field cells" id={idOfInput(element.key)}>
      <Table
        caption={
          <>
            <strong>
              <Label element={element} />
            </strong>
            <Help element={element} />
          </>
        }
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { heading: text('collection.form.row'), cell: ({ name }) => local(name) },
          ...element.columns.map(({ name, unit, computed }, place) => ({
            heading: [
              computed === null ? local(name) : text('collection.form.computed', { label: local(name) }),
              ...(unit ? [unit] : []),
            ].join(', '),
            cell: ({ cells }: Row) => <Cell field={cells[place]} />,
          })),
          {
            heading: text('collection.form.missing.heading'),
            cell: ({ cells }) => (
              <FormMissing
                fields={cells}
                labels={cells.map(({ column }) => (column ? local(column.name) : ''))}
              />
            ),
          },
        ]}
      />
      <Remarks about={element.key} />
      <ElementChecks element={element.key} homes={homes} />
    </div>
  )
}
