import { Differences } from '#platform/editing/differences.tsx'
import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Difference } from '../compare.ts'
import { FIELD_LABELS } from '../plan-fields.ts'
import type { Proposal } from '../version.ts'

type Props = {
  differences: readonly Difference[]
  proposals: readonly Pick<Proposal, 'target' | 'code' | 'reason'>[]
  /** What the two sides are called. */
  before: string
  after: string
  /** Where an action is read; without it codes are not linked. */
  addressOf?: (code: string) => string
}

type Line = { key: string; label: string; before: string; after: string; isText: boolean }

/** Two states of a plan side by side, field by field, under each goal, direction or action that differs. */
export function PlanComparison({ differences, proposals, before, after, addressOf }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const reasons = new Map(proposals.map(({ target, code, reason }) => [`${target} ${code}`, reason]))
  if (differences.length === 0) return <p>{text('strategy.versions.same')}</p>
  return (
    <Table
      caption={text('strategy.versions.comparison', { count: differences.length })}
      columns={[
        { heading: text('platform.edit.field'), cell: ({ label }) => label },
        { heading: before, cell: (line) => line.before },
        {
          heading: after,
          cell: (line) =>
            line.isText ? <Differences before={line.before} after={line.after} /> : line.after,
        },
      ]}
      rowKey={({ key }) => key}
      groups={differences.map((one) => {
        const reason = reasons.get(`${one.target} ${one.code}`) ?? one.ended?.reason
        const name = `${one.code} ${local(one.title)}`
        return {
          key: `${one.target} ${one.code}`,
          lead: (
            <>
              {addressOf && one.target === 'action' && one.kind !== 'added' ? (
                <a href={addressOf(one.code)}>{name}</a>
              ) : (
                name
              )}{' '}
              <span className="quiet">{text(`strategy.versions.became.${one.kind}`)}</span>
              {reason ? (
                <span className="note">{text('strategy.versions.because', { reason: local(reason) })}</span>
              ) : null}
            </>
          ),
          rows: linesOf(one, speech),
        }
      })}
    />
  )
}

function linesOf(one: Difference, speech: Speech): Line[] {
  const { text } = speech
  const own = `${one.target} ${one.code}`
  const lines = one.fields.map(({ name, before, after }): Line => {
    const label = FIELD_LABELS[name]
    return {
      key: `${own} ${name}`,
      label: label ? text(label) : name,
      before: sayCell(before, speech),
      after: sayCell(after, speech),
      isText: before !== '' && after !== '' && !isDay(before) && !isDay(after),
    }
  })
  const stands = text('strategy.versions.stands')
  const absent = text('strategy.versions.absent')
  const place = { key: `${own} place`, label: text('strategy.versions.inPlan'), isText: false }
  if (one.ended) return [{ ...place, before: stands, after: sayEnding(one, speech) }, ...lines]
  if (one.kind === 'added') return [{ ...place, before: absent, after: stands }, ...lines]
  if (one.kind === 'gone') return [{ ...place, before: stands, after: absent }]
  if (one.kind === 'resumed') {
    return [{ ...place, before: text('strategy.status.ended'), after: stands }, ...lines]
  }
  return lines
}

function sayEnding({ ended }: Difference, { text, date }: Speech): string {
  if (!ended) return ''
  const on = date(ended.on)
  return ended.into === null
    ? text('strategy.versions.endsOn', { on })
    : text('strategy.versions.mergesOn', { on, into: ended.into })
}

const isDay = (cell: string) => /^\d{4}-\d{2}-\d{2}$/.test(cell)
const sayCell = (cell: string, { text, date }: Speech) =>
  cell === '' ? text('platform.edit.empty') : isDay(cell) ? date(cell) : cell
