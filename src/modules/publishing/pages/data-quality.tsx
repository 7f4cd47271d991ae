import type { Municipality } from '#modules/registry'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import {
  countBySeverity,
  FAMILIES,
  FINDING_PARAMETERS,
  type FindingFilter,
  type FindingsData,
  filterFindings,
  gatherFindings,
  groupByRule,
  readFindingFilter,
  rulesOf,
} from '../findings.ts'
import { FindingCounts } from '../parts/finding-counts.tsx'
import { FindingFilters } from '../parts/finding-filters.tsx'
import { FindingGroup } from '../parts/finding-group.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { SeverityWords } from '../parts/severity-words.tsx'
import { readPublished } from '../read-published.server.ts'
import { createSubjectNames } from '../subject-names.ts'
import type { Route } from './+types/data-quality'

export const handle = { parameters: FINDING_PARAMETERS }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const data = await readInRequest(context, (tx) => readPublished(tx, municipality.id))
  return { municipality, data, filter: readFindingFilter(new URL(request.url).searchParams) }
}

export default function DataQuality({ loaderData }: Route.ComponentProps) {
  const { municipality, data, filter } = loaderData
  const { text, local } = useSpeech()
  return (
    <Page title={text('publishing.findings.title')} place={local(municipality.name)}>
      {data ? (
        <Findings municipality={municipality} data={data} filter={filter} />
      ) : (
        <>
          <h1>{text('publishing.findings.empty', { name: local(municipality.name) })}</h1>
          <NoStrategy municipality={municipality} />
        </>
      )}
    </Page>
  )
}

type Props = { municipality: Municipality; data: FindingsData; filter: FindingFilter }

function Findings({ municipality, data, filter }: Props) {
  const { text, path } = useSpeech()
  const address = path(`/${municipality.slug}/datu-kvalitate`)
  const all = gatherFindings(data)
  const found = filterFindings(all, filter)
  const groups = groupByRule(found)
  const names = createSubjectNames(data)
  const isFiltered = found.length < all.length
  return (
    <>
      <h1>
        <SeverityWords counts={countBySeverity(all)} />
      </h1>
      <p>{text('publishing.findings.lede')}</p>
      <p>
        {text('publishing.findings.download')} <a href={`${address}.csv`}>CSV</a>,{' '}
        <a href={`${address}.json`}>JSON</a>
        {'. '}
        <a href={path('/metodes#rules')}>{text('publishing.findings.allRules')}</a>
      </p>
      {data.tree.claims.length > 0 ? (
        <p>
          <a href={`${address}/apgalvojumi`}>{text('publishing.claims.link')}</a>
        </p>
      ) : null}
      <FindingFilters filter={filter} data={data} findings={all} clearAddress={address} />
      <p role="status">
        {isFiltered
          ? text('publishing.findings.shownOf', { count: found.length, total: all.length })
          : text('publishing.findings.shown', { count: all.length })}
      </p>
      {found.length > 0 ? (
        <>
          <nav aria-label={text('publishing.findings.contents')}>
            <ul className="links">
              {FAMILIES.map((family) => (
                <li key={family}>
                  <a href={`#family-${family}`}>{text(`publishing.family.${family}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <FindingCounts findings={found} />
        </>
      ) : null}
      {FAMILIES.map((family) => {
        const ofFamily = groups.filter((group) => group.family === family)
        const count = ofFamily.reduce((sum, group) => sum + group.findings.length, 0)
        return (
          <section key={family} aria-labelledby={`family-${family}`}>
            <h2 id={`family-${family}`}>
              {text(`publishing.family.${family}`)} <span className="quiet">({count})</span>
            </h2>
            {count === 0 ? (
              <p>
                {text(isFiltered ? 'publishing.findings.noneFiltered' : 'publishing.findings.none', {
                  count: rulesOf[family].length,
                })}
              </p>
            ) : (
              ofFamily.map((group) => (
                <FindingGroup key={group.rule.code} group={group} names={names} slug={municipality.slug} />
              ))
            )}
          </section>
        )
      })}
    </>
  )
}
