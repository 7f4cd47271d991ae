import type { EditField } from '#platform/editing/edit.ts'
import { EditFieldPart } from '#platform/editing/edit-field.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { PLAN } from '../../edits/parts.ts'
import type { Action } from '../../model.ts'
import { CellField } from '../../parts/cell-field.tsx'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import { OverdueMark } from '../../parts/overdue-mark.tsx'
import { accountedActionAddress } from '../addresses.ts'
import type { Lack } from '../lacks.ts'
import { isOverdue } from '../overdue.ts'
import { LackList } from './lack-list.tsx'

type Row = { action: Action; lacks: readonly Lack[]; isAnswered: boolean }
type Props = {
  fields: readonly EditField[]
  goal: string
  rows: readonly Row[]
  slug: string
  plan: string | undefined
  today: string
}

/** Who answers for each action of a goal, chosen in its row, with what it lacks. */
export function AccountableTable({ fields, goal, rows, slug, plan, today }: Props) {
  const { text, local, path, date } = useSpeech()
  const fieldOf = new Map(fields.map((field) => [field.name, field]))
  const cell = (name: string) => {
    const field = fieldOf.get(name)
    return field ? <CellField of={field} /> : null
  }
  const forAll = fieldOf.get('all.account')
  return (
    <>
      {forAll ? <EditFieldPart of={forAll} /> : null}
      <Table
        caption={text('strategy.accountability.caption', {
          goal,
          count: rows.length,
          answered: rows.filter(({ isAnswered }) => isAnswered).length,
          overdue: rows.filter(({ action }) => isOverdue(action, today)).length,
        })}
        rows={[...rows]}
        rowKey={({ action }) => action.code}
        columns={[
          {
            heading: text('strategy.action'),
            cell: ({ action }) => (
              <>
                <span className="nr">{action.code}</span>{' '}
                <a href={path(accountedActionAddress(slug, action.code, { [PLAN]: plan }))}>
                  {local(action.title)}
                </a>
                <small className="note">
                  {text('strategy.responsible')}: <OrUnknown>{action.responsible}</OrUnknown>
                </small>
              </>
            ),
          },
          {
            heading: text('strategy.due'),
            cell: ({ action }) => (
              <>
                <OrUnknown>{action.dueOn && date(action.dueOn)}</OrUnknown>{' '}
                <OverdueMark action={action} today={today} />
              </>
            ),
          },
          {
            heading: text('strategy.accountable'),
            cell: ({ action }) => cell(`${action.code}.account`),
          },
          {
            heading: text('strategy.accountable.deputy'),
            cell: ({ action }) => cell(`${action.code}.deputy`),
          },
          {
            heading: text('strategy.accountability.lacks'),
            cell: ({ lacks }) => <LackList lacks={lacks} />,
          },
        ]}
      />
    </>
  )
}
