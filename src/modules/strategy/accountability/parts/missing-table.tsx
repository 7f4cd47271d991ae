import { type EditField, OWN } from '#platform/editing/edit.ts'
import { EditFieldPart } from '#platform/editing/edit-field.tsx'
import { useField } from '#platform/forms/form-parts.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Table } from '#platform/ui/table.tsx'
import { PLAN } from '../../edits/parts.ts'
import { accountedActionAddress } from '../addresses.ts'
import type { Lack } from '../lacks.ts'
import { LackList } from './lack-list.tsx'

type Row = { action: string; title: LocalText; lacks: readonly Lack[] }
type Props = { fields: readonly EditField[]; lacking: readonly Row[]; slug: string; plan: string | undefined }

/** Actions that lack something, to be ticked, then who is asked and by when. */
export function MissingTable({ fields, lacking, slug, plan }: Props) {
  const { text, local, path } = useSpeech()
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  const ticks = new Set(lacking.map(({ action }) => `ask.${action}`))
  if (lacking.length === 0) return null
  return (
    <>
      <Table
        caption={text('strategy.lacks.list')}
        rows={[...lacking]}
        rowKey={({ action }) => action}
        columns={[
          {
            heading: text('strategy.action'),
            cell: ({ action, title }) => {
              const field = fieldOf.get(`ask.${action}`)
              return field ? <Tick of={field} label={`${action} ${local(title)}`} /> : null
            },
          },
          { heading: text('strategy.accountability.lacks'), cell: ({ lacks }) => <LackList lacks={lacks} /> },
          {
            heading: text('strategy.accountability.open'),
            cell: ({ action }) => (
              <a href={path(accountedActionAddress(slug, action, { [PLAN]: plan }))}>
                {text('strategy.risk.hit.action', { code: action })}
              </a>
            ),
          },
        ]}
      />
      {fields
        .filter(({ name }) => !ticks.has(name) && name !== OWN.why)
        .map((field) => (
          <EditFieldPart key={field.name} of={field} />
        ))}
    </>
  )
}

function Tick({ of, label }: { of: EditField; label: string }) {
  const { id, value, attributes } = useField(of)
  return (
    <label className="choice">
      <input id={id} type="checkbox" value="yes" defaultChecked={value === 'yes'} {...attributes} /> {label}
    </label>
  )
}
