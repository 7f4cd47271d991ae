import { use } from 'react'
import { type EditField, OWN } from '#platform/editing/edit.ts'
import { EditFieldPart } from '#platform/editing/edit-field.tsx'
import { FilledContext } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import { CellField } from './cell-field.tsx'

type Action = { code: string; label: LocalText }
type Props = { fields: readonly EditField[]; actions: readonly Action[] }

/** Who sat and when, then a row for each action. */
export function SittingTable({ fields, actions }: Props) {
  const { text, local } = useSpeech()
  const codes = new Set(actions.map(({ code }) => code))
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  const isOfAction = ({ name }: EditField) => codes.has(name.slice(0, name.lastIndexOf('.')))
  const { entered, complaints } = use(FilledContext)
  const ofMeeting = fields.filter((field) => field.name !== OWN.why && !isOfAction(field))
  const voices = ofMeeting.filter(isVoice)
  const cell = (code: string, part: string) => {
    const field = fieldOf.get(`${code}.${part}`)
    return field ? <CellField of={field} /> : null
  }
  return (
    <>
      {ofMeeting
        .filter((field) => !isVoice(field))
        .map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      <details open={voices.some(({ name }) => entered[name] || complaints[name])}>
        <summary>{text('strategy.voices')}</summary>
        {voices.map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
      </details>
      <Table
        caption={text('strategy.edit.sitting.caption', { count: actions.length })}
        rows={[...actions]}
        rowKey={({ code }) => code}
        columns={[
          {
            heading: text('strategy.edit.sitting.action'),
            cell: ({ code, label }) => (
              <>
                {code} {local(label)}
              </>
            ),
          },
          { heading: text('strategy.status'), cell: ({ code }) => cell(code, 'status') },
          { heading: text('strategy.edit.commentLv'), cell: ({ code }) => cell(code, 'comment_lv') },
          { heading: text('strategy.edit.commentEn'), cell: ({ code }) => cell(code, 'comment_en') },
        ]}
      />
    </>
  )
}

const isVoice = ({ name }: EditField) => name.startsWith('voice.')
