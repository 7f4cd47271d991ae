import { findStrategies } from '#modules/strategy.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { ApiTable } from '../parts/api-table.tsx'
import type { Route } from './+types/open-data'

export async function loader({ context }: Route.LoaderArgs) {
  const [strategy] = await readInRequest(context, findStrategies)
  return { example: strategy?.key }
}

export default function OpenData({ loaderData: { example = 'liepaja-2020-2025' } }: Route.ComponentProps) {
  const { text } = useSpeech()
  const examples = [
    { name: 'summary', address: `/api/v1/strategies/${example}/summary` },
    { name: 'contradictions', address: `/api/v1/strategies/${example}/findings?severity=contradiction` },
    { name: 'spreadsheet', address: `/api/v1/strategies/${example}/indicators.csv` },
    { name: 'register', address: '/api/v1/municipalities?on=2023-01-01' },
  ] as const
  return (
    <Page title={text('publishing.open.title')} description={text('publishing.open.headline')}>
      <h1>{text('publishing.open.headline')}</h1>
      <section>
        <h2>{text('publishing.open.licence')}</h2>
        <p>{text('publishing.open.licence.figures')}</p>
        <p>{text('publishing.open.licence.data')}</p>
        <p>{text('publishing.open.licence.software')}</p>
      </section>
      <section>
        <h2>{text('publishing.open.files')}</h2>
        <p>{text('publishing.open.files.where')}</p>
        <p>{text('publishing.open.files.csv')}</p>
      </section>
      <section>
        <h2>{text('publishing.open.api')}</h2>
        <p>{text('publishing.open.api.about')}</p>
        <p>
          <a href="/api/v1/openapi.json">{text('publishing.open.api.description')}</a>
        </p>
        <ApiTable example={example} />
        <h3>{text('publishing.open.examples')}</h3>
        <ul className="list">
          {examples.map(({ name, address }) => (
            <li key={name}>
              {text(`publishing.open.example.${name}`)}
              <small>
                <a href={address}>{address}</a>
              </small>
            </li>
          ))}
        </ul>
        <h3>{text('publishing.open.promises')}</h3>
        <ul>
          {(['missing', 'asOf', 'paging', 'etag', 'errors', 'stable'] as const).map((promise) => (
            <li key={promise}>{text(`publishing.open.promise.${promise}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
