import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { FigureRevision, Indicator, Observation } from '../model.ts'
import { seriesName } from '../words/series.ts'
import { ValueText } from './value-text.tsx'

type Props = { history: readonly FigureRevision[]; indicator: Indicator }

/** Every state that a figure has had, the newest first. Nothing recorded is ever removed. */
export function RevisionTable({ history, indicator }: Props) {
  const speech = useSpeech()
  const { text, say } = speech
  const nameOf = (key: string) => {
    const series = indicator.series.find((one) => one.key === key)
    return series && indicator.seriesCount > 1 ? seriesName(series, speech) : null
  }
  return (
    <Table
      caption={text('indicators.history.caption')}
      columns={[
        {
          heading: text('indicators.history.figure'),
          cell: ({ series, observation }) =>
            [nameOf(series), say.period(observation.period)].filter(Boolean).join(', '),
        },
        {
          heading: text('indicators.figures.value'),
          className: 'n',
          cell: ({ observation }) => <ValueText value={observation.value} />,
        },
        {
          heading: text('indicators.history.revision'),
          className: 'n',
          cell: ({ observation }) => observation.revision,
        },
        {
          heading: text('indicators.history.recorded'),
          cell: ({ observation }) => <Recorded observation={observation} />,
        },
        {
          heading: text('indicators.history.reason'),
          cell: ({ observation, reason }) =>
            reason ??
            text(observation.revision === 1 ? 'indicators.history.first' : 'indicators.fact.notStated'),
        },
      ]}
      rows={history}
      rowKey={({ series, observation }) => `${series} ${observation.period} ${observation.revision}`}
    />
  )
}

/** When a state was recorded, by whom, and out of which file. */
function Recorded({ observation: { recordedAt, recordedBy, origin } }: { observation: Observation }) {
  const { text, date } = useSpeech()
  return (
    <>
      {date(recordedAt)},{' '}
      {text(recordedBy === 'operator' ? 'indicators.history.operator' : 'indicators.history.user')}
      {origin.file !== null && origin.row !== null ? (
        <span className="note">
          {text('indicators.figures.file', { file: origin.file, row: String(origin.row) })}
        </span>
      ) : null}
      {origin.changeId ? (
        <span className="note">{text('indicators.history.import', { id: origin.changeId.slice(-8) })}</span>
      ) : null}
    </>
  )
}
