import type { Municipality } from '#modules/registry'
import { Unpublished } from '#modules/registry/parts'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { capital } from '#platform/say/index.ts'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { readPage } from '#platform/ui/read-page.ts'
import { familiesContext } from '../context.server.ts'
import { findingDownloads } from '../downloads.ts'
import { type FamilyWords, wordsOf } from '../family.ts'
import {
  FINDING_PARAMETERS,
  type FindingFilter,
  groupByWeight,
  isFiltered,
  type RuleGroup,
  readFindingFilter,
  type WeightGroup,
} from '../filter.ts'
import { countBySeverity, startReading } from '../gather.ts'
import { FindingCounts } from '../parts/finding-counts.tsx'
import { FindingFilters } from '../parts/finding-filters.tsx'
import { FindingGroup } from '../parts/finding-group.tsx'
import { SeverityWords } from '../parts/severity-words.tsx'
import { type FindingsPage, readFindingsPage } from '../read-page.server.ts'
import type { Route } from './+types/finding-list'

export const handle = { parameters: [...FINDING_PARAMETERS, 'page', 'at'], brought: 'findingFacets' }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const query = new URL(request.url).searchParams
  const facets = families.flatMap((family) => family.facets.map(({ name }) => name))
  const filter = readFindingFilter(query, facets)
  const read = await readInRequest(context, (tx) =>
    readFindingsPage(startReading(tx, { municipalityId: municipality.id }), families, filter, {
      page: readPage(query),
      at: query.get('at'),
    }),
  )
  return { municipality, families: wordsOf(families), read, filter }
}

export default function FindingList({ loaderData }: Route.ComponentProps) {
  const { municipality, families, read, filter } = loaderData
  const { text, local } = useSpeech()
  return (
    <Page title={text('findings.title')} place={local(municipality.name)}>
      {read ? (
        <Findings municipality={municipality} families={families} read={read} filter={filter} />
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
  read: FindingsPage
  filter: FindingFilter
}

function Findings({ municipality, families, read, filter }: Props) {
  const { text, path } = useSpeech()
  const address = path(`/${municipality.slug}/datu-kvalitate`)
  const files = findingDownloads(municipality.slug, filter)
  const [all, found] = [countBySeverity(read.all), countBySeverity(read.found)]
  const weights = groupByWeight(families, read.findings, read.found)
  return (
    <>
      <h1>
        <SeverityWords counts={all} />
      </h1>
      <p>
        {text('findings.lede')} {text('findings.ofCurrent')}
      </p>
      <p>
        {text('findings.download')} <a href={files.csv}>CSV</a>, <a href={files.json}>JSON</a>
        {'. '}
        <a href={path('/metodes#rules')}>{text('findings.allRules')}</a>
      </p>
      {read.more.map((link) => (
        <p key={link.address}>
          <a href={path(`/${municipality.slug}${link.address}`)}>{text(link.label)}</a>
        </p>
      ))}
      <FindingFilters families={families} filter={filter} read={read} clearAddress={address} />
      <p role="status">
        {found.total < all.total
          ? text('findings.shownOf', { count: found.total, total: all.total })
          : text('findings.shown', { count: all.total })}
      </p>
      {found.total > 0 ? (
        <>
          <nav aria-label={text('findings.contents')}>
            <ul className="links">
              {weights.map(({ severity }) => (
                <li key={severity}>
                  <a href={`#weight-${severity}`}>{text(`findings.severity.${severity}.many`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <FindingCounts families={families} counts={read.found} address={address} />
        </>
      ) : (
        <p>
          {isFiltered(filter)
            ? text('findings.noneFiltered')
            : text('findings.none', { count: families.reduce((sum, { rules }) => sum + rules.length, 0) })}
        </p>
      )}
      {weights.map(({ severity, groups, count }) => (
        <section key={severity} aria-labelledby={`weight-${severity}`}>
          <h2 id={`weight-${severity}`}>
            {capital(text(`findings.severity.${severity}.many`))} <span className="quiet">({count})</span>
          </h2>
          <p className="hint">{text(`findings.severity.${severity}.explanation`)}</p>
          {groups.map((group) => (
            <FindingGroup
              key={`${group.family}-${group.rule.code}`}
              group={group}
              slug={municipality.slug}
              isFirst={firstOf(weights, group) === group}
            />
          ))}
        </section>
      ))}
      <Pages page={read.page} pages={read.pages} />
    </>
  )
}

/** Where the findings of a rule begin: a rule may have some of several weights. */
const firstOf = (weights: readonly WeightGroup[], { family, rule }: RuleGroup) =>
  weights
    .flatMap(({ groups }) => groups)
    .find((group) => group.family === family && group.rule.code === rule.code)
