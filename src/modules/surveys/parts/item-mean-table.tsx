import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { itemAnchor } from '../anchors.ts'
import { MEAN_KINDS, type Means, meansOfItems, meansOfScopes } from '../means.ts'
import type { PrintedPercent, SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'
import { FlagLinks } from './flags.tsx'
import { GoalLink } from './goal-link.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { table: SurveyTable; flags: Flags; slug: string }

/** The mean over the groups of each item, and of the items of each goal, in every way of weighting. */
export function ItemMeanTable({ table, flags, slug }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const ofItems = new Map(meansOfItems(table).map(({ item, means }) => [item, means]))
  const printed = text('surveys.means.printed')
  const hasPrinted = table.items.some(({ printedMean }) => printedMean !== null)
  const withoutSize = table.groups.filter(({ population }) => population.kind === 'unknown')
  return (
    <table className="cards">
      <caption>
        {text('surveys.means.items.caption')}{' '}
        {withoutSize.length > 0
          ? text('surveys.means.withoutSize', {
              groups: speech.say.list(
                withoutSize.map(({ label }) => text('surveys.quoted', { name: local(label) })),
              ),
            })
          : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('surveys.item')}</th>
          {hasPrinted ? (
            <th scope="col" className="n">
              {printed}
            </th>
          ) : null}
          {MEAN_KINDS.map(({ kind, name }) => (
            <th key={kind} scope="col" className="n">
              {local(name)}
            </th>
          ))}
          <th scope="col" className="n">
            {text('surveys.means.groupCount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.items.map((item) => {
          const anchor = itemAnchor(item.code)
          return (
            <MeanRow
              key={item.code}
              id={anchor}
              means={ofItems.get(item.code) ?? null}
              {...(hasPrinted ? { printed: item.printedMean } : {})}
            >
              {local(item.title)} <FlagLinks flags={flags} anchor={anchor} isShort />
            </MeanRow>
          )
        })}
      </tbody>
      <tbody>
        {meansOfScopes(table).map(({ scope, means }) => (
          <MeanRow key={scope} means={means} {...(hasPrinted ? { printed: null } : {})}>
            {scope === 'all' ? text('surveys.scope.all') : <GoalLink goal={scope} slug={slug} />}
          </MeanRow>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  id?: string
  means: Means | null
  /** Left out when the source prints no means at all. */
  printed?: PrintedPercent | null
  children: ReactNode
}

function MeanRow({ id, means, printed, children }: RowProps) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const say = (percent: number | undefined) =>
    percent === undefined ? text('surveys.means.none') : formatPercent({ percent, decimals: 1 }, speech)
  const percents = {
    unweighted: means?.unweighted,
    byRespondents: means?.byRespondents,
    byPopulation: means?.byPopulation?.percent,
  }
  return (
    <tr {...(id === undefined ? {} : { id })}>
      <th scope="row">{children}</th>
      {printed === undefined ? null : (
        <td className="n" data-label={text('surveys.means.printed')}>
          {printed ? formatPercent(printed, speech) : text('surveys.means.notPrinted')}
        </td>
      )}
      {MEAN_KINDS.map(({ kind, name }) => (
        <td key={kind} className="n" data-label={local(name)}>
          {say(percents[kind])}
          {kind === 'byPopulation' ? <GroupsLeft means={means} /> : null}
        </td>
      ))}
      <td className="n" data-label={text('surveys.means.groupCount')}>
        {number(means?.groups.length ?? 0)}
      </td>
    </tr>
  )
}

/** Over how many of the groups a mean by group size goes, when the size of some is not known. */
function GroupsLeft({ means }: { means: Means | null }) {
  const { text } = useSpeech()
  const without = means?.byPopulation?.withoutGroups.length ?? 0
  if (!means || without === 0) return null
  const total = means.groups.length
  return (
    <>
      {' '}
      <span className="under">{text('surveys.means.ofGroups', { count: total - without, total })}</span>
    </>
  )
}
