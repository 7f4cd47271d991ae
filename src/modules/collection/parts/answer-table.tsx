import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Field } from '../form/fields.ts'
import { type Item, sectionsOf } from '../form/sections.ts'
import type { DatedAnswer } from '../life/earlier.ts'
import type { Answer, Answers, CallElement, Remark } from '../model.ts'
import { AnswerValue } from './answer-value.tsx'

/** What is read beside answers. */
export type Beside = {
  /** How addresses call the municipality, for files. */
  slug: string
  answers: Answers
  /** The version before, where what has changed since is to be seen. */
  before?: Answers | undefined
  /** What was accepted a year earlier, by field. */
  last: ReadonlyMap<string, DatedAnswer>
  remarks?: readonly Remark[]
}
type Props = Beside & { elements: readonly CallElement[] }

/** What was handed in, read-only, in the order of the form. */
export function AnswerTable({ elements, ...beside }: Props) {
  const { local, text } = useSpeech()
  return sectionsOf(elements).map(({ title, items }, place) => (
    <section key={items[0]?.element.key} aria-labelledby={title ? `part-${place + 1}` : undefined}>
      {title ? <h3 id={`part-${place + 1}`}>{local(title)}</h3> : null}
      {runsOf(items).map((run) =>
        run.kind === 'fields' ? (
          <Fields
            key={run.fields[0]?.name}
            fields={run.fields}
            caption={text('collection.form.answers')}
            {...beside}
          />
        ) : (
          <Cells key={run.item.element.key} item={run.item} {...beside} />
        ),
      )}
    </section>
  ))
}

type TableItem = Extract<Item, { kind: 'table' }>
type Run = { kind: 'fields'; fields: Field[] } | { kind: 'table'; item: TableItem }

/** Fields that follow each other are lines of one table. */
function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (item.kind === 'table') runs.push({ kind: 'table', item })
    else if (last?.kind === 'fields') last.fields.push(item.field)
    else runs.push({ kind: 'fields', fields: [item.field] })
  }
  return runs
}

function Fields({ fields, caption, ...beside }: Beside & { fields: readonly Field[]; caption: string }) {
  const { text, local } = useSpeech()
  const hasLast = fields.some(({ name }) => beside.last.has(name))
  return (
    <Table
      caption={<span className="visually-hidden">{caption}</span>}
      rows={fields}
      rowKey={({ name }) => name}
      rowId={({ name }) => `answer-${name}`}
      columns={[
        { heading: text('collection.form.question'), cell: ({ label }) => local(label.name) },
        { heading: text('collection.form.answer'), cell: (field) => <Told field={field} {...beside} /> },
        hasLast && {
          heading: text('collection.form.lastYear'),
          cell: (field) => <Last field={field} {...beside} />,
        },
      ]}
    />
  )
}

function Cells({ item: { element, rows }, ...beside }: Beside & { item: TableItem }) {
  const { text, local } = useSpeech()
  const columns = element.columns.map((column, place) => ({
    heading: local(column.name),
    className: column.kind === 'text' || column.kind === 'choice' ? 'words' : 'n',
    cell: ({ cells }: TableItem['rows'][number]): ReactNode => {
      const field = cells[place]
      return field ? (
        <>
          <Told field={field} {...beside} />
          {beside.last.has(field.name) ? (
            <span className="note">
              <Last field={field} {...beside} />
            </span>
          ) : null}
        </>
      ) : null
    },
  }))
  return (
    <Table
      caption={local(element.name)}
      rows={rows}
      rowKey={({ key }) => key}
      rowId={({ key }) => `answer-${element.key}.${key}`}
      columns={[{ heading: text('collection.form.row'), cell: ({ name }) => local(name) }, ...columns]}
    />
  )
}

/** The answer, what it was in the version before, and what is to be mended in it. */
function Told({ field, slug, answers, before, remarks = [] }: Beside & { field: Field }) {
  const { text } = useSpeech()
  const answer = answers.get(field.name)
  const was = before?.get(field.name)
  return (
    <>
      <AnswerValue field={field} answer={answer} slug={slug} />
      {before && !isSame(was, answer) ? (
        <span className="note">
          {text('collection.form.before')} <AnswerValue field={field} answer={was} slug={slug} />
        </span>
      ) : null}
      {remarks
        .filter((remark) => remark.field === field.name)
        .map((remark) => (
          <span key={remark.text} className="note remark">
            {text('collection.form.remark', { remark: remark.text })}
          </span>
        ))}
    </>
  )
}

function Last({ field, slug, last }: Beside & { field: Field }) {
  const { say } = useSpeech()
  const dated = last.get(field.name)
  if (!dated) return null
  return (
    <>
      {say.period(dated.period)}: <AnswerValue field={field} answer={dated.answer} slug={slug} />
    </>
  )
}

const isSame = (one: Answer | undefined, other: Answer | undefined) =>
  JSON.stringify(one) === JSON.stringify(other)
