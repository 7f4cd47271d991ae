import { findStrategies } from '#modules/strategy.server'
import { describeParameters } from '#platform/api/describe-parameters.ts'
import { apiContext, factsContext, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { absolute } from '#platform/ui/site-facts.ts'
import { apiExamples } from '../api-examples.ts'
import { ApiAddressList, ParameterTable } from '../parts/api-address-list.tsx'
import { ApiExampleList } from '../parts/api-example-list.tsx'
import type { Route } from './+types/open-data'

/** Where a newcomer's own installation is, for examples while the settings name no address. */
const AT_HOME = 'http://localhost:3000'

export async function loader({ context }: Route.LoaderArgs) {
  const [strategy] = await readInRequest(context, findStrategies)
  const addresses = context.get(apiContext).endpoints.map((endpoint) => ({
    path: endpoint.path,
    title: endpoint.title,
    isList: endpoint.columns !== null,
    group: endpoint.tag,
    parameters: describeParameters(endpoint),
  }))
  const key = strategy?.key ?? 'liepaja-2020-2025'
  return { key, addresses, examples: apiExamples(absolute(context.get(factsContext), '') || AT_HOME, key) }
}

export default function OpenData({ loaderData }: Route.ComponentProps) {
  const { key, addresses, examples } = loaderData
  const { text } = useSpeech()
  const links = [
    { name: 'summary', address: `/api/v1/strategies/${key}/summary` },
    { name: 'contradictions', address: `/api/v1/strategies/${key}/findings?severity=contradiction` },
    { name: 'spreadsheet', address: `/api/v1/strategies/${key}/figures.xlsx` },
    { name: 'register', address: '/api/v1/municipalities?on=2023-01-01' },
  ] as const
  const shared = addresses
    .flatMap(({ parameters }) => parameters)
    .filter(
      ({ name }, index, all) =>
        ['limit', 'cursor', 'asOf'].includes(name) && all.findIndex((one) => one.name === name) === index,
    )
  return (
    <Page title={text('portal.open.title')} description={text('portal.open.headline')}>
      <h1>{text('portal.open.headline')}</h1>
      <section>
        <h2 id="licence">{text('portal.open.licence')}</h2>
        <p>{text('portal.open.licence.figures')}</p>
        <p>{text('portal.open.licence.data')}</p>
        <p>{text('portal.open.licence.software')}</p>
      </section>
      <section>
        <h2 id="files">{text('portal.open.files')}</h2>
        <p>{text('portal.open.files.where')}</p>
        <ul>
          {(['xlsx', 'excel', 'csv', 'json'] as const).map((form) => (
            <li key={form}>{text(`portal.open.files.${form}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 id="api">{text('portal.open.api')}</h2>
        <p>{text('portal.open.api.about')}</p>
        <p>{text('portal.open.api.ids')}</p>
        <p>
          <a href="/api/v1/openapi.json">{text('portal.open.api.description')}</a>
        </p>
        <ul className="list">
          {links.map(({ name, address }) => (
            <li key={name}>
              {text(`portal.open.example.${name}`)}
              <small>
                <a href={address}>{address}</a>
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 id="piemeri">{text('portal.open.examples')}</h2>
        <ApiExampleList examples={examples} />
      </section>
      <section>
        <h2 id="adreses">{text('portal.open.addresses')}</h2>
        <ParameterTable path="/api/v1/…" parameters={shared} />
        <ApiAddressList addresses={addresses} />
      </section>
      <section>
        <h2 id="solijumi">{text('portal.open.promises')}</h2>
        <ul>
          {(['missing', 'asOf', 'paging', 'etag', 'errors', 'stable'] as const).map((promise) => (
            <li key={promise}>{text(`portal.open.promise.${promise}`)}</li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
