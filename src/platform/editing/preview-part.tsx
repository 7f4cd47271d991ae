import type { ReactNode } from 'react'
import { sayField } from '../forms/form.ts'
import { useSpeech } from '../i18n.tsx'
import { Table } from '../ui/table.tsx'
import { Differences } from './differences.tsx'
import { type EditAnswer, type EditField, OWN, type Preview } from './edit.ts'
import { sayTyped } from './edit-field.tsx'

type Props = {
  edit: { address: string; fields: readonly EditField[]; isPublic: boolean }
  answer: Pick<EditAnswer, 'entered'>
  preview: Preview
  effects?: ((before: never, after: never) => ReactNode) | undefined
}

/** What saving would change, in words, and the two ways on: saving, or going on typing. */
export function PreviewPart({ edit, answer, preview, effects }: Props) {
  const speech = useSpeech()
  const { text, path } = speech
  const fieldOf = new Map(edit.fields.map((field) => [field.name, field]))
  const typed = Object.entries(answer.entered).filter(([name]) => name !== OWN.step)
  return (
    <section id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{text('platform.edit.changes')}</h2>
      <p>{text(edit.isPublic ? 'platform.edit.notYet' : 'platform.edit.notYetInner')}</p>
      <Table
        caption={text('platform.edit.changes.caption', { count: preview.changes.length })}
        rows={[...preview.changes]}
        rowKey={({ name }) => name}
        columns={[
          {
            heading: text('platform.edit.field'),
            cell: ({ name }) => {
              const field = fieldOf.get(name)
              return field ? sayField(field, text) : name
            },
          },
          {
            heading: text('platform.edit.before'),
            cell: ({ name, before }) => sayTyped(fieldOf.get(name), before, speech),
          },
          {
            heading: text('platform.edit.after'),
            cell: ({ name, before, after }) => {
              const field = fieldOf.get(name)
              const isText = field?.control === 'long' && before !== '' && after !== ''
              return isText ? <Differences before={before} after={after} /> : sayTyped(field, after, speech)
            },
          },
        ]}
      />
      {effects && preview.effects
        ? effects(preview.effects.before as never, preview.effects.after as never)
        : null}
      <form method="post" action={path(edit.address)} className="entry">
        {typed.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <button type="submit" name={OWN.step} value="save">
            {text('platform.edit.save')}
          </button>{' '}
          <button type="submit" className="quiet" name={OWN.step} value="back">
            {text('platform.edit.back')}
          </button>
        </p>
      </form>
    </section>
  )
}
