import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { Effects } from '../edits/scope.server.ts'
import type { NamedFinding } from '../findings.ts'
import type { JudgedSeries } from '../list.ts'
import { seriesName } from '../words/series.ts'
import { VerdictChip } from './verdict-chip.tsx'
import { VerdictHeadline } from './verdict-headline.tsx'
import { VerdictSentence } from './verdict-sentence.tsx'
import { WithUnits } from './with-units.tsx'

type Props = { before: Effects; after: Effects }

/** What is worked out from an indicator before and after a change: verdicts, headlines, notes about the data. */
export function EditEffects({ before, after }: Props) {
  const { text } = useSpeech()
  const verdicts = changedVerdicts(before, after)
  const gone = without(before?.findings ?? [], after?.findings ?? [])
  const come = without(after?.findings ?? [], before?.findings ?? [])
  const isSame = verdicts.length + gone.length + come.length === 0
  return (
    <WithUnits units={new Map((after ?? before)?.units ?? [])}>
      <h3>{text('indicators.edit.effects')}</h3>
      {isSame ? <p>{text('indicators.edit.effects.none')}</p> : null}
      {verdicts.length > 0 ? <Verdicts rows={verdicts} /> : null}
      <Headlines before={before} after={after} />
      <Findings title={text('indicators.edit.findings.gone')} findings={gone} />
      <Findings title={text('indicators.edit.findings.come')} findings={come} />
      <p className="hint">{text('indicators.edit.effects.untold')}</p>
    </WithUnits>
  )
}

type Changed = { key: string; before: JudgedSeries | undefined; after: JudgedSeries | undefined }

/** Series whose verdict is another one, or on another period, or for another reason. */
function changedVerdicts(before: Effects, after: Effects): Changed[] {
  const [was, is] = [before, after].map(
    (effects) => new Map((effects?.judged ?? []).map((one) => [one.series.key, one])),
  )
  const keys = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  return keys
    .map((key) => ({ key, before: was?.get(key), after: is?.get(key) }))
    .filter((one) => JSON.stringify(one.before?.verdict) !== JSON.stringify(one.after?.verdict))
}

function Verdicts({ rows }: { rows: Changed[] }) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <Table
      caption={text('indicators.edit.verdicts', { count: rows.length })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: text('indicators.column.series'),
          cell: ({ before, after }) => {
            const series = (after ?? before)?.series
            return series ? seriesName(series, speech) : null
          },
        },
        { heading: text('platform.edit.before'), cell: ({ before }) => <Judged one={before} /> },
        { heading: text('platform.edit.after'), cell: ({ after }) => <Judged one={after} /> },
      ]}
    />
  )
}

function Judged({ one }: { one: JudgedSeries | undefined }) {
  const { text } = useSpeech()
  if (!one) return <>{text('indicators.edit.notJudged')}</>
  return (
    <>
      <VerdictChip verdict={one.verdict} />
      <br />
      <VerdictSentence indicator={one.indicator} verdict={one.verdict} />
    </>
  )
}

/** The sentences above the indicator and above the whole plan, where they change. */
function Headlines({ before, after }: Props) {
  const { text } = useSpeech()
  const places = [
    { title: text('indicators.edit.headline.indicator'), was: before?.counts, is: after?.counts },
    { title: text('indicators.edit.headline.plan'), was: before?.plan, is: after?.plan },
  ].filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is))
  if (places.length === 0) return null
  return (
    <Table
      caption={text('indicators.edit.headlines')}
      rows={places}
      rowKey={({ title }) => title}
      columns={[
        { heading: text('indicators.edit.headline'), cell: ({ title }) => title },
        {
          heading: text('platform.edit.before'),
          cell: ({ was }) => (was ? <VerdictHeadline counts={was} /> : text('indicators.edit.notJudged')),
        },
        {
          heading: text('platform.edit.after'),
          cell: ({ is }) => (is ? <VerdictHeadline counts={is} /> : text('indicators.edit.notJudged')),
        },
      ]}
    />
  )
}

function Findings({ title, findings }: { title: string; findings: readonly NamedFinding[] }) {
  const { local } = useSpeech()
  if (findings.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {findings.map(({ finding }) => (
          <li key={finding.explanation.lv}>{local(finding.explanation)}</li>
        ))}
      </ul>
    </>
  )
}

function without(all: readonly NamedFinding[], others: readonly NamedFinding[]) {
  const said = new Set(others.map(({ finding }) => finding.explanation.lv))
  return all.filter(({ finding }) => !said.has(finding.explanation.lv))
}
