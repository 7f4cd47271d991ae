import { useSpeech } from '#platform/i18n.tsx'
import type { FigureRevision, Indicator } from '../model.ts'
import { seriesName } from '../words/series.ts'
import { ValueText } from './value-text.tsx'

type Props = { history: readonly FigureRevision[]; indicator: Indicator }

/** Every state that a figure has had, the newest first. Nothing recorded is ever removed. */
export function RevisionTable({ history, indicator }: Props) {
  const speech = useSpeech()
  const { text, date } = speech
  const nameOf = (key: string) => {
    const series = indicator.series.find((one) => one.key === key)
    return series && indicator.series.length > 1 ? seriesName(series, speech) : null
  }
  return (
    <table className="cards">
      <caption>{text('indicators.history.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('indicators.history.figure')}</th>
          <th scope="col" className="n">
            {text('indicators.figures.value')}
          </th>
          <th scope="col" className="n">
            {text('indicators.history.revision')}
          </th>
          <th scope="col">{text('indicators.history.recorded')}</th>
          <th scope="col">{text('indicators.history.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ series, observation, reason }) => (
          <tr key={`${series} ${observation.period} ${observation.revision}`}>
            <th scope="row">
              {[nameOf(series), speech.say.period(observation.period)].filter(Boolean).join(', ')}
            </th>
            <td className="n" data-label={text('indicators.figures.value')}>
              <ValueText value={observation.value} />
            </td>
            <td className="n" data-label={text('indicators.history.revision')}>
              {observation.revision}
            </td>
            <td data-label={text('indicators.history.recorded')}>
              {date(observation.recordedAt)},{' '}
              {text(
                observation.recordedBy === 'operator'
                  ? 'indicators.history.operator'
                  : 'indicators.history.user',
              )}
              {observation.origin.file !== null && observation.origin.row !== null ? (
                <span className="note">
                  {text('indicators.figures.file', {
                    file: observation.origin.file,
                    row: String(observation.origin.row),
                  })}
                </span>
              ) : null}
              {observation.origin.changeId ? (
                <span className="note">
                  {text('indicators.history.import', { id: observation.origin.changeId.slice(-8) })}
                </span>
              ) : null}
            </td>
            <td data-label={text('indicators.history.reason')}>
              {reason ??
                text(observation.revision === 1 ? 'indicators.history.first' : 'indicators.fact.notStated')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
