import { useSpeech } from '#platform/i18n.tsx'
import { ConfidentialNote } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import { missingOf } from '../cell.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { sayPopulation, sayRespondents } from '../words/figures.ts'
import { Response } from './answered-table.tsx'

/** How large each group is, how that is known, and what it was not asked. */
export function GroupTable({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local } = speech
  const { groups } = table
  const total = groups.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0)
  const isPartial = groups.some(({ respondents }) => respondents === null)
  return (
    <>
      <Table
        caption={
          <>
            {text('surveys.groups.caption', { count: groups.length })}{' '}
            {text('surveys.groups.caption.total', { count: total })}
            {isPartial ? ` ${text('surveys.groups.caption.partial')}` : null}
          </>
        }
        columns={[
          {
            heading: text('surveys.group'),
            cell: (group) => local(group.label),
          },
          {
            heading: text('surveys.group.respondents'),
            className: 'n',
            cell: (group) => sayRespondents(group, speech),
          },
          {
            heading: text('surveys.group.population'),
            className: 'n',
            cell: (group) => sayPopulation(group.population, speech).size,
          },
          {
            heading: text('surveys.group.how'),
            cell: (group) => sayPopulation(group.population, speech).how,
          },
          {
            heading: text('surveys.group.response'),
            className: 'n',
            cell: (group) => <Response group={group} />,
          },
          {
            heading: text('surveys.group.missing'),
            cell: (group) => <Missing table={table} group={group} />,
          },
        ]}
        rows={groups}
        rowKey={({ code }) => code}
      />
      {isPartial ? <ConfidentialNote isPrinted={true} /> : null}
    </>
  )
}

/** What a group was not asked or has no share for, under the reasons. */
function Missing({ table, group }: { table: SurveyTable; group: SurveyGroup }) {
  const { text, local } = useSpeech()
  const missing = missingOf(table, group)
  if (missing.length === 0) return text('surveys.group.missing.nothing')
  return missing.map(([reason, items]) => (
    <div key={reason}>
      {text(`indicators.missing.${reason}`)}: {items.map(({ title }) => local(title)).join(', ')}
    </div>
  ))
}
