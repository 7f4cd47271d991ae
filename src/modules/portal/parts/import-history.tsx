import { useSpeech } from '#platform/i18n.tsx'
import type { ImportRun } from '#platform/import/runs.server.ts'

/** When data were loaded and how many rows each loading brought or changed. */
export function ImportHistory({ runs }: { runs: readonly ImportRun[] }) {
  const { text, date, number } = useSpeech()
  if (runs.length === 0) return <p>{text('portal.imports.none')}</p>
  const labels = {
    when: text('portal.imports.when'),
    dataset: text('portal.imports.dataset'),
    added: text('portal.imports.added'),
    changed: text('portal.imports.changed'),
  }
  return (
    <table className="cards">
      <caption>{text('portal.imports.caption', { count: runs.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.when}</th>
          <th scope="col">{labels.dataset}</th>
          <th scope="col" className="n">
            {labels.added}
          </th>
          <th scope="col" className="n">
            {labels.changed}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">
              <time dateTime={run.importedAt.toISOString()}>{date(run.importedAt)}</time>
            </th>
            <td data-label={labels.dataset}>{run.dataset}</td>
            <td className="n" data-label={labels.added}>
              {number(run.added)}
            </td>
            <td className="n" data-label={labels.changed}>
              {number(run.changed)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
