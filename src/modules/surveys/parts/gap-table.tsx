import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { Table } from '#platform/ui/table.tsx'
import { resultAnchor } from '../anchors.ts'
import type { Gap, GapVerdict } from '../gaps.ts'
import type { SurveyTable } from '../model.ts'
import { formatPercent } from '../words/figures.ts'

type Props = { table: SurveyTable; gaps: readonly Gap[]; caption: string }

/** How the chips of the platform look for each verdict. */
const LOOKS: Readonly<Record<GapVerdict, string>> = {
  certain: 'implemented',
  uncertain: 'notEvaluable',
  tooSmall: 'obstacle',
}

/** Pairs of groups that answered the same item differently. */
export function GapTable({ table, gaps, caption }: Props) {
  const { text, local } = useSpeech()
  const titleOf = (code: string) => {
    const item = table.items.find((one) => one.code === code)
    return item ? local(item.title) : code
  }
  return (
    <Table
      caption={caption}
      columns={[
        { heading: text('surveys.item'), cell: (gap) => titleOf(gap.item) },
        {
          heading: text('surveys.gap.higher'),
          cell: (gap) => <Side table={table} item={gap.item} side={gap.first} />,
        },
        {
          heading: text('surveys.gap.lower'),
          cell: (gap) => <Side table={table} item={gap.item} side={gap.second} />,
        },
        { heading: text('surveys.gap.points'), className: 'n', cell: (gap) => <Points gap={gap} /> },
        { heading: text('surveys.gap.verdict'), cell: (gap) => <Judgement gap={gap} /> },
      ]}
      rows={gaps}
      rowKey={({ item, first, second }) => `${item}·${first.group}·${second.group}`}
    />
  )
}

/** How far the groups are apart, with as many decimals as the shares have. */
function Points({ gap }: { gap: Gap }) {
  const { text, say } = useSpeech()
  const decimals = Number.isInteger(gap.points) ? 0 : 1
  const bound = (points: number) => say.fixed(points, decimals)
  return (
    <>
      <strong>{bound(gap.points)}</strong>{' '}
      <span className="under">
        {text('surveys.gap.interval', { low: bound(gap.lowPoints), high: bound(gap.highPoints) })}
      </span>
    </>
  )
}

function Judgement({ gap }: { gap: Gap }) {
  const { text, number } = useSpeech()
  return (
    <>
      <Chip kind={LOOKS[gap.verdict]} label={text(`surveys.gap.${gap.verdict}`)} />
      {gap.verdict === 'tooSmall' ? (
        <span className="note">
          {text('surveys.gap.onePerson', {
            points: number(gap.onePersonPoints, { maximumFractionDigits: 1 }),
          })}
        </span>
      ) : null}
    </>
  )
}

type SideProps = { table: SurveyTable; item: string; side: Gap['first'] }

function Side({ table, item, side }: SideProps) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const group = table.groups.find(({ code }) => code === side.group)
  const name = group ? local(group.label) : side.group
  const title = table.items.find(({ code }) => code === item)?.title
  const result = table.results.find((one) => one.group === side.group && one.item === item)
  const percent = formatPercent({ percent: side.percent, decimals: result?.decimals ?? 0 }, speech)
  return (
    <>
      <a href={`#${resultAnchor(side.group, item)}`}>
        {percent}
        <span className="visually-hidden"> – {title ? local(title) : item}</span> {name}
      </a>{' '}
      <span className="quiet">
        ({text('surveys.respondentCount', { number: number(group?.respondents ?? 0) })})
      </span>
    </>
  )
}
