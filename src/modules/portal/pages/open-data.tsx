import { findStrategies } from '#modules/strategy.server'
import { apiContext, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { ApiTable } from '../parts/api-table.tsx'
import type { Route } from './+types/open-data'

export async function loader({ context }: Route.LoaderArgs) {
  const [strategy] = await readInRequest(context, findStrategies)
  const addresses = context.get(apiContext).endpoints.map(({ path, title, columns }) => ({
    path,
    title,
    isList: columns !== null,
  }))
  return { example: strategy?.key, addresses }
}

export default function OpenData({ loaderData }: Route.ComponentProps) {
  const { example = 'liepaja-2020-2025', addresses } = loaderData
  const { text } = useSpeech()
  const examples = [
    { name: 'summary', address: `/api/v1/strategies/${example}/summary` },
    { name: 'contradictions', address: `/api/v1/strategies/${example}/findings?severity=contradiction` },
    { name: 'spreadsheet', address: `/api/v1/strategies/${example}/indicators.csv` },
    { name: 'register', address: '/api/v1/municipalities?on=2023-01-01' },
  ] as const
  return (
    <Page title={text('portal.open.title')} description={text('portal.open.headline')}>
      <h1>{text('portal.open.headline')}</h1>
      <section>
        <h2>{text('portal.open.licence')}</h2>
        <p>{text('portal.open.licence.figures')}</p>
        <p>{text('portal.open.licence.data')}</p>
        <p>{text('portal.open.licence.software')}</p>
      </section>
      <section>
        <h2>{text('portal.open.files')}</h2>
        <p>{text('portal.open.files.where')}</p>
        <p>{text('portal.open.files.csv')}</p>
      </section>
      <section>
        <h2>{text('portal.open.api')}</h2>
        <p>{text('portal.open.api.about')}</p>
        <p>
          <a href="/api/v1/openapi.json">{text('portal.open.api.description')}</a>
        </p>
        <ApiTable addresses={addresses} example={example} />
        <h3>{text('portal.open.examples')}</h3>
        <ul className="list">
          {examples.map(({ name, address }) => (
            <li key={name}>
              {text(`portal.open.example.${name}`)}
              <small>
                <a href={address}>{address}</a>
              </small>
            </li>
          ))}
        </ul>
        <h3>{text('portal.open.promises')}</h3>
        <ul>
          {(['missing', 'asOf', 'paging', 'etag', 'errors', 'stable'] as const).map((promise) => (
            <li key={promise}>{text(`portal.open.promise.${promise}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
