import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
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
  const { text } = useSpeech()
  return (
    <table className="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('surveys.item')}</th>
          <th scope="col">{text('surveys.gap.higher')}</th>
          <th scope="col">{text('surveys.gap.lower')}</th>
          <th scope="col" className="n">
            {text('surveys.gap.points')}
          </th>
          <th scope="col">{text('surveys.gap.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <GapRow key={`${gap.item}·${gap.first.group}·${gap.second.group}`} table={table} gap={gap} />
        ))}
      </tbody>
    </table>
  )
}

function GapRow({ table, gap }: { table: SurveyTable; gap: Gap }) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const item = table.items.find(({ code }) => code === gap.item)
  const decimals = Number.isInteger(gap.points) ? 0 : 1
  const bound = (points: number) => speech.say.fixed(points, decimals)
  return (
    <tr>
      <th scope="row">{item ? local(item.title) : gap.item}</th>
      <td data-label={text('surveys.gap.higher')}>
        <Side table={table} item={gap.item} side={gap.first} />
      </td>
      <td data-label={text('surveys.gap.lower')}>
        <Side table={table} item={gap.item} side={gap.second} />
      </td>
      <td className="n" data-label={text('surveys.gap.points')}>
        <strong>{bound(gap.points)}</strong>{' '}
        <span className="under">
          {text('surveys.gap.interval', { low: bound(gap.lowPoints), high: bound(gap.highPoints) })}
        </span>
      </td>
      <td data-label={text('surveys.gap.verdict')}>
        <Chip kind={LOOKS[gap.verdict]} label={text(`surveys.gap.${gap.verdict}`)} />
        {gap.verdict === 'tooSmall' ? (
          <span className="note">
            {text('surveys.gap.onePerson', {
              points: number(gap.onePersonPoints, { maximumFractionDigits: 1 }),
            })}
          </span>
        ) : null}
      </td>
    </tr>
  )
}

type SideProps = { table: SurveyTable; item: string; side: Gap['first'] }

function Side({ table, item, side }: SideProps) {
  const speech = useSpeech()
  const { text, local, number } = speech
  const group = table.groups.find(({ code }) => code === side.group)
  const result = table.results.find((one) => one.group === side.group && one.item === item)
  const percent = formatPercent({ percent: side.percent, decimals: result?.decimals ?? 0 }, speech)
  return (
    <>
      <a href={`#${resultAnchor(side.group, item)}`}>{percent}</a> {group ? local(group.label) : side.group}{' '}
      <span className="quiet">
        ({text('surveys.respondentCount', { number: number(group?.respondents ?? 0) })})
      </span>
    </>
  )
}
