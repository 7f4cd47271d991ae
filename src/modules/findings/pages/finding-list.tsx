import type { Municipality } from '#modules/registry'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { familiesContext } from '../context.server.ts'
import { findingDownloads } from '../downloads.ts'
import { type FamilyWords, wordsOf } from '../family.ts'
import { type FindingFilter, filterFindings, groupByRule, isFiltered, readFindingFilter } from '../filter.ts'
import { countBySeverity, type Gathered, gatherFindings, startReading } from '../gather.ts'
import { FindingCounts } from '../parts/finding-counts.tsx'
import { FindingFilters } from '../parts/finding-filters.tsx'
import { FindingGroup } from '../parts/finding-group.tsx'
import { SeverityWords } from '../parts/severity-words.tsx'
import type { Route } from './+types/finding-list'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const gathered = await readInRequest(context, (tx) =>
    gatherFindings(startReading(tx, { municipalityId: municipality.id }), families),
  )
  const facets = gathered?.facets.map(({ name }) => name) ?? []
  const filter = readFindingFilter(new URL(request.url).searchParams, facets)
  return { municipality, families: wordsOf(families), gathered, filter }
}

export default function FindingList({ loaderData }: Route.ComponentProps) {
  const { municipality, families, gathered, filter } = loaderData
  const { text, local } = useSpeech()
  return (
    <Page title={text('findings.title')} place={local(municipality.name)}>
      {gathered ? (
        <Findings municipality={municipality} families={families} gathered={gathered} filter={filter} />
      ) : (
        <>
          <h1>{text('findings.empty', { name: local(municipality.name) })}</h1>
          <Unpublished municipality={municipality} />
        </>
      )}
    </Page>
  )
}

type Props = {
  municipality: Municipality
  families: readonly FamilyWords[]
  gathered: Gathered
  filter: FindingFilter
}

function Findings({ municipality, families, gathered, filter }: Props) {
  const { text, path } = useSpeech()
  const address = path(`/${municipality.slug}/datu-kvalitate`)
  const all = gathered.findings
  const files = findingDownloads(municipality.slug, filter)
  const found = filterFindings(all, filter)
  return (
    <>
      <h1>
        <SeverityWords counts={countBySeverity(all)} />
      </h1>
      <p>{text('findings.lede')}</p>
      <p>
        {text('findings.download')} <a href={files.csv}>CSV</a>, <a href={files.json}>JSON</a>
        {'. '}
        <a href={path('/metodes#rules')}>{text('findings.allRules')}</a>
      </p>
      {gathered.more.map((link) => (
        <p key={link.address}>
          <a href={path(`/${municipality.slug}${link.address}`)}>{text(link.label)}</a>
        </p>
      ))}
      <FindingFilters families={families} filter={filter} gathered={gathered} clearAddress={address} />
      <p role="status">
        {found.length < all.length
          ? text('findings.shownOf', { count: found.length, total: all.length })
          : text('findings.shown', { count: all.length })}
      </p>
      {found.length > 0 ? (
        <>
          <nav aria-label={text('findings.contents')}>
            <ul className="links">
              {families.map(({ name, title }) => (
                <li key={name}>
                  <a href={`#family-${name}`}>{text(title)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <FindingCounts families={families} findings={found} />
        </>
      ) : null}
      {families.map((family) => {
        const groups = groupByRule([family], found)
        const count = groups.reduce((sum, group) => sum + group.findings.length, 0)
        return (
          <section key={family.name} aria-labelledby={`family-${family.name}`}>
            <h2 id={`family-${family.name}`}>
              {text(family.title)} <span className="quiet">({count})</span>
            </h2>
            {count === 0 ? (
              <p>
                {text(isFiltered(filter) ? 'findings.noneFiltered' : 'findings.none', {
                  count: family.rules.length,
                })}
              </p>
            ) : (
              groups.map((group) => (
                <FindingGroup key={group.rule.code} group={group} slug={municipality.slug} />
              ))
            )}
          </section>
        )
      })}
    </>
  )
}
