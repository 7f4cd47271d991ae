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

type Row = { action: string; goal: string; title: LocalText; lacks: readonly Lack[] }
type Props = {
  fields: readonly EditField[]
  goals: readonly { code: string; title: LocalText }[]
  lacking: readonly Row[]
  slug: string
  plan: string | undefined
}

/** Actions that lack something, to be ticked goal by goal, then who is asked and by when. */
export function MissingTable({ fields, goals, lacking, slug, plan }: Props) {
  const { text, local, path } = useSpeech()
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  const ticks = new Set(lacking.map(({ action }) => `ask.${action}`))
  const byGoal = goals.flatMap((goal) => {
    const rows = lacking.filter((row) => row.goal === goal.code)
    return rows.length > 0 ? [{ goal, rows }] : []
  })
  if (lacking.length === 0) return null
  return (
    <>
      {byGoal.map(({ goal, rows }, place) => (
        <details key={goal.code} className="wide" open={place === 0 || byGoal.length === 1}>
          <summary>
            {goal.code} {local(goal.title)}{' '}
            <span className="quiet">{text('strategy.goals.ofActions', { count: rows.length })}</span>
          </summary>
          <Table
            caption={text('strategy.lacks.list')}
            rows={rows}
            rowKey={({ action }) => action}
            columns={[
              {
                heading: text('strategy.action'),
                cell: ({ action, title }) => {
                  const field = fieldOf.get(`ask.${action}`)
                  return field ? <Tick of={field} label={`${action} ${local(title)}`} /> : null
                },
              },
              {
                heading: text('strategy.accountability.lacks'),
                cell: ({ lacks }) => <LackList lacks={lacks} />,
              },
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
        </details>
      ))}
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
