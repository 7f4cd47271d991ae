import { useSpeech } from '#platform/i18n.tsx'
import { API_ADDRESSES } from '../api-addresses.ts'

/** Every address of the API, with what it answers and in which formats. */
export function ApiTable({ example }: { example: string }) {
  const { text } = useSpeech()
  const labels = {
    address: text('publishing.open.address'),
    answers: text('publishing.open.answers'),
    formats: text('publishing.downloads.format'),
  }
  return (
    <table className="cards">
      <caption>{text('publishing.open.api.caption', { example })}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.address}</th>
          <th scope="col">{labels.answers}</th>
          <th scope="col">{labels.formats}</th>
        </tr>
      </thead>
      <tbody>
        {API_ADDRESSES.map(({ path, name, isList }) => (
          <tr key={path}>
            <th scope="row">
              <code>/api/v1{path === '/' ? '' : path}</code>
            </th>
            <td data-label={labels.answers}>{text(`publishing.open.address.${name}`)}</td>
            <td data-label={labels.formats}>{isList ? 'JSON, CSV' : 'JSON'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
