import { useSpeech } from '#platform/i18n.tsx'
import type { TextKey } from '#platform/texts/text.ts'

export type ApiAddress = { path: string; title: TextKey; isList: boolean }

/** Every address of the API, with what it answers and in which formats. */
export function ApiTable({ addresses, example }: { addresses: readonly ApiAddress[]; example: string }) {
  const { text } = useSpeech()
  const labels = {
    address: text('portal.open.address'),
    answers: text('portal.open.answers'),
    formats: text('portal.downloads.format'),
  }
  return (
    <table className="cards">
      <caption>{text('portal.open.api.caption', { example })}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.address}</th>
          <th scope="col">{labels.answers}</th>
          <th scope="col">{labels.formats}</th>
        </tr>
      </thead>
      <tbody>
        {addresses.map(({ path, title, isList }) => (
          <tr key={path}>
            <th scope="row">
              <code>/api/v1{path === '/' ? '' : path}</code>
            </th>
            <td data-label={labels.answers}>{text(title)}</td>
            <td data-label={labels.formats}>{isList ? 'JSON, CSV' : 'JSON'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
