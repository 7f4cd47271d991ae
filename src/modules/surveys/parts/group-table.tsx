import { useSpeech } from '#platform/i18n.tsx'
import { Confidential, ConfidentialNote } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import { groupAnchor } from '../anchors.ts'
import { missingOf } from '../cell.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { LOW_RESPONSE, responseOf } from '../response.ts'
import { formatPercent, sayPopulation, sayRespondents } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = {
  table: SurveyTable
  /** What is said about the groups; with it the rows can be linked to and say what they were not asked. */
  flags?: Flags
}

/** Who was asked and who answered. */
export function GroupTable({ table, flags }: Props) {
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
            cell: (group) => (
              <>
                {local(group.label)}
                {flags ? <FlagLinks flags={flags} anchor={groupAnchor(group.code)} /> : null}
              </>
            ),
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
          flags && {
            heading: text('surveys.group.missing'),
            cell: (group) => <Missing table={table} group={group} />,
          },
        ]}
        rows={groups}
        rowKey={({ code }) => code}
        rowId={({ code }) => (flags ? groupAnchor(code) : undefined)}
      />
      {isPartial ? <ConfidentialNote isPrinted={true} /> : null}
    </>
  )
}

function Response({ group }: { group: SurveyGroup }) {
  const speech = useSpeech()
  const { text } = speech
  if (group.respondents === null) return <Confidential />
  const response = responseOf(group)
  if (!response) return text('surveys.response.none')
  return (
    <>
      {formatPercent(response, speech)}
      {response.percent < LOW_RESPONSE ? (
        <span className="note">{text('surveys.response.below', { percent: LOW_RESPONSE })}</span>
      ) : null}
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
