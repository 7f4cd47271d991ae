import { useSpeech } from '#platform/i18n.tsx'
import { orderGaps } from '../gap-order.ts'
import { findGaps, type Gap, SMALL_GROUP } from '../gaps.ts'
import { isLarge, partGaps } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'
import { Extremes } from './extremes.tsx'

/** In plain words: who was asked, how many answered, and what came of it, as far as enough people say so. */
export function PlainResult({ table }: { table: SurveyTable }) {
  const { text, local, say } = useSpeech()
  const { groups } = table
  const total = groups.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0)
  const large = groups.filter(isLarge)
  const small = large.length > 0 ? groups.filter((group) => !isLarge(group)) : []
  return (
    <>
      <p className="headline">
        <Outcome table={table} />
      </p>
      <p>
        {text('surveys.plain.asked', { groups: say.list(groups.map(({ label }) => local(label))) })}{' '}
        {text('surveys.groups.caption.total', { count: total })}
        {groups.some(({ respondents }) => respondents === null)
          ? ` ${text('surveys.groups.caption.partial')}`
          : null}
      </p>
      {large.length > 0 ? <WidestGap table={table} /> : null}
      {small.length > 0 ? (
        <p>
          {text('surveys.plain.small', {
            count: small.length,
            groups: say.list(small.map(({ label }) => local(label))),
            number: SMALL_GROUP,
          })}
        </p>
      ) : null}
    </>
  )
}

/** The highest and the lowest share, where enough answered for that to be more than opinions. */
export function Outcome({ table }: { table: SurveyTable }) {
  const { text } = useSpeech()
  if (table.groups.some(isLarge)) return <Extremes table={table} />
  return text('surveys.plain.allSmall', { number: SMALL_GROUP })
}

/** Where groups in which enough answered differ most, and whether that is certain. */
function WidestGap({ table }: { table: SurveyTable }) {
  const speech = useSpeech()
  const { text, local, say } = speech
  const all = findGaps(table)
  const { large } = partGaps(table, all)
  const [widest] = orderGaps(large.length > 0 ? large : all)
  if (!widest) return null
  if (widest.verdict !== 'certain') return <p>{text('surveys.plain.noGap')}</p>
  const nameOf = ({ group }: Gap['first']) => {
    const found = table.groups.find(({ code }) => code === group)
    return found ? local(found.label) : group
  }
  const item = table.items.find(({ code }) => code === widest.item)
  const decimals = Number.isInteger(widest.points) ? 0 : 1
  const percentOf = ({ percent }: Gap['first']) => formatPercent({ percent, decimals }, speech)
  return (
    <p>
      {text('surveys.plain.gap', {
        item: item ? local(item.title) : widest.item,
        first: nameOf(widest.first),
        high: percentOf(widest.first),
        second: nameOf(widest.second),
        low: percentOf(widest.second),
        points: say.fixed(widest.points, decimals),
      })}
    </p>
  )
}
