import { useSpeech } from '#platform/i18n.tsx'
import { Confidential } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import { groupAnchor } from '../anchors.ts'
import { SMALL_GROUP } from '../gaps.ts'
import { partGroups } from '../large-groups.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { LOW_RESPONSE, responseOf } from '../response.ts'
import { ANSWERED_SORTING } from '../survey-asked.ts'
import { formatPercent, sayRespondents } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = {
  table: SurveyTable
  /** What is said about the groups; with it the rows can be linked to. */
  flags?: Flags
}

/** How many of each group answered; small groups stand apart. Fits a phone as it is. */
export function AnsweredTable({ table, flags }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const { large, small } = partGroups(table)
  return (
    <Table
      className="fit"
      isNarrow
      sorting={flags ? ANSWERED_SORTING : undefined}
      caption={text('surveys.answered.caption')}
      columns={[
        {
          heading: text('surveys.group'),
          cell: (group) => (
            <>
              {local(group.label)}{' '}
              {flags ? <FlagLinks flags={flags} anchor={groupAnchor(group.code)} /> : null}
            </>
          ),
          sort: { key: 'group', value: ({ label }) => local(label) },
        },
        {
          heading: text('surveys.answered'),
          className: 'n',
          cell: (group) => sayRespondents(group, speech),
          sort: { key: 'answered', value: ({ respondents }) => respondents, first: 'down' },
        },
        {
          heading: text('surveys.group.response'),
          className: 'n',
          cell: (group) => <Response group={group} />,
          sort: {
            key: 'response',
            value: (group) => (group.respondents === null ? null : responseOf(group)?.percent),
            first: 'down',
          },
        },
      ]}
      groups={[
        { key: 'large', rows: large },
        ...(small.length > 0
          ? [{ key: 'small', lead: text('surveys.small', { number: SMALL_GROUP }), rows: small }]
          : []),
      ]}
      rowKey={({ code }) => code}
      rowId={({ code }) => (flags ? groupAnchor(code) : undefined)}
    />
  )
}

/** The share of a group that answered, and that it is low where it is. */
export function Response({ group }: { group: SurveyGroup }) {
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
