import { INTERVAL_ASSUMPTION, INTERVAL_METHODS } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'

/** How the interval beside a survey's share is chosen and computed. */
export function IntervalMethods() {
  const { text, local } = useSpeech()
  const labels = {
    method: text('portal.methods.interval'),
    usedWhen: text('portal.methods.interval.usedWhen'),
    formula: text('portal.methods.formula'),
  }
  return (
    <>
      <p>{local(INTERVAL_ASSUMPTION)}</p>
      <table className="cards">
        <caption>{text('portal.methods.interval.caption')}</caption>
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
              <td data-label={labels.formula}>{text(`portal.methods.interval.${method}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint after">{text('portal.methods.symbols')}</p>
    </>
  )
}
