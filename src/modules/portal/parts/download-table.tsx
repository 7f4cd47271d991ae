import type { Survey } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'
import { downloadsOf } from '../downloads.ts'

type Props = { surveys: readonly Pick<Survey, 'key' | 'title'>[]; slug: string; strategy: string }

/** Every set of data of a municipality, with the formats in which it can be taken away. */
export function DownloadTable({ surveys, slug, strategy }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <table>
      <caption>{text('portal.downloads.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('portal.downloads.data')}</th>
          <th scope="col">{text('portal.downloads.format')}</th>
        </tr>
      </thead>
      <tbody>
        {downloadsOf(speech, { slug, strategy, surveys }).map((one) => (
          <tr key={one.key}>
            <th scope="row">
              <a href={one.page}>{one.name}</a>
            </th>
            <td>
              <a href={one.csv} aria-label={`${one.name}, CSV`}>
                CSV
              </a>{' '}
              ·{' '}
              <a href={one.json} aria-label={`${one.name}, JSON`}>
                JSON
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
