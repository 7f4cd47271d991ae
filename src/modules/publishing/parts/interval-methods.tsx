import { INTERVAL_ASSUMPTION, INTERVAL_METHODS } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'

/** How the interval beside a survey's share is chosen and computed. */
export function IntervalMethods() {
  const { text, local } = useSpeech()
  const labels = {
    method: text('publishing.methods.interval'),
    usedWhen: text('publishing.methods.interval.usedWhen'),
    formula: text('publishing.methods.formula'),
  }
  return (
    <>
      <p>{local(INTERVAL_ASSUMPTION)}</p>
      <table className="cards">
        <caption>{text('publishing.methods.interval.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.method}</th>
            <th scope="col">{labels.usedWhen}</th>
            <th scope="col">{labels.formula}</th>
          </tr>
        </thead>
        <tbody>
          {INTERVAL_METHODS.map(({ method, name, usedWhen }) => (
            <tr key={method}>
              <th scope="row">{local(name)}</th>
              <td data-label={labels.usedWhen}>{local(usedWhen)}</td>
              <td data-label={labels.formula}>{text(`publishing.methods.interval.${method}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint after">{text('publishing.methods.symbols')}</p>
    </>
  )
}
