import { useSpeech } from '#platform/i18n.tsx'
import { groupAnchor } from '../anchors.ts'
import { missingOf } from '../cell.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { LOW_RESPONSE, responseOf } from '../response.ts'
import { formatPercent, sayPopulation } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = {
  table: SurveyTable
  /** What is said about the groups; with it the rows can be linked to and say what they were not asked. */
  flags?: Flags
}

/** Who was asked and who answered. */
export function GroupTable({ table, flags }: Props) {
  const { text } = useSpeech()
  const { groups } = table
  const labels = {
    group: text('surveys.group'),
    respondents: text('surveys.group.respondents'),
    population: text('surveys.group.population'),
    how: text('surveys.group.how'),
    response: text('surveys.group.response'),
    missing: text('surveys.group.missing'),
  }
  const total = groups.reduce((sum, group) => sum + group.respondents, 0)
  return (
    <table className="cards">
      <caption>
        {text('surveys.groups.caption', { count: groups.length })}{' '}
        {text('surveys.groups.caption.total', { count: total })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{labels.group}</th>
          <th scope="col" className="n">
            {labels.respondents}
          </th>
          <th scope="col" className="n">
            {labels.population}
          </th>
          <th scope="col">{labels.how}</th>
          <th scope="col" className="n">
            {labels.response}
          </th>
          {flags ? <th scope="col">{labels.missing}</th> : null}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupRow key={group.code} table={table} group={group} flags={flags} labels={labels} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  table: SurveyTable
  group: SurveyGroup
  flags: Flags | undefined
  labels: Record<'respondents' | 'population' | 'how' | 'response' | 'missing', string>
}

function GroupRow({ table, group, flags, labels }: RowProps) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const response = responseOf(group)
  const population = sayPopulation(group.population, speech)
  const anchor = groupAnchor(group.code)
  const missing = flags ? missingOf(table, group) : []
  return (
    <tr {...(flags ? { id: anchor } : {})}>
      <th scope="row">
        {local(group.label)}
        {flags ? <FlagLinks flags={flags} anchor={anchor} /> : null}
      </th>
      <td className="n" data-label={labels.respondents}>
        {number(group.respondents)}
      </td>
      <td className="n" data-label={labels.population}>
        {population.size}
      </td>
      <td data-label={labels.how}>{population.how}</td>
      <td className="n" data-label={labels.response}>
        {response ? formatPercent(response, speech) : text('surveys.response.none')}
        {response && response.percent < LOW_RESPONSE ? (
          <span className="note">{text('surveys.response.below', { percent: LOW_RESPONSE })}</span>
        ) : null}
      </td>
      {flags ? (
        <td data-label={labels.missing}>
          {missing.length === 0
            ? text('surveys.group.missing.nothing')
            : missing.map(([reason, items]) => (
                <div key={reason}>
                  {text(`indicators.missing.${reason}`)}: {items.map(({ title }) => local(title)).join(', ')}
                </div>
              ))}
        </td>
      ) : null}
    </tr>
  )
}
