import { REASONS } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'

const TARGETS = [
  'absolute',
  'percent',
  'percentagePoint',
  'trend',
  'distribution',
  'exists',
  'firstMeasurement',
  'path',
] as const

/** When each kind of target counts as met, and why a verdict may be impossible. */
export function VerdictMethods() {
  const { text } = useSpeech()
  const labels = {
    kind: text('portal.methods.target'),
    met: text('portal.methods.met'),
    reason: text('portal.reasons.reason'),
    meaning: text('portal.reasons.meaning'),
  }
  return (
    <>
      <table className="cards">
        <caption>{text('portal.methods.targets')}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.kind}</th>
            <th scope="col">{labels.met}</th>
          </tr>
        </thead>
        <tbody>
          {TARGETS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{text(`portal.methods.target.${kind}`)}</th>
              <td data-label={labels.met}>{text(`portal.methods.target.${kind}.met`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{text('portal.methods.noVerdict')}</h3>
      <table className="cards">
        <caption>{text('portal.methods.reasons')}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.reason}</th>
            <th scope="col">{labels.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {REASONS.map((reason) => (
            <tr key={reason}>
              <th scope="row">{text(`indicators.reason.${reason}`)}</th>
              <td data-label={labels.meaning}>{text(`indicators.reason.${reason}.explanation`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
