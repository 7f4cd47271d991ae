import { startReading } from '#modules/findings'
import { countByFacet } from '#modules/findings.server'
import { indicatorFamily, readIndicatorNames, readStanding } from '#modules/indicators.server'
import { municipalityContext } from '#modules/registry.context'
import { CitedSources, InOurWords } from '#modules/sources/parts'
import { findSourceDocuments } from '#modules/sources.server'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, readAsOf } from '#platform/as-of/read-as-of.ts'
import { readInRequest } from '#platform/context.server.ts'
import { EditLink } from '#platform/editing/edit-link.tsx'
import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { weightOf } from '../accountability/model.ts'
import { FactorList } from '../accountability/parts/factor-list.tsx'
import { FundingSums } from '../accountability/parts/funding-sums.tsx'
import { NationalTable } from '../accountability/parts/national-table.tsx'
import { RiskList } from '../accountability/parts/risk-list.tsx'
import { readAttached } from '../accountability/read-attached.server.ts'
import { readTree } from '../current-strategy.server.ts'
import { evaluateStrategy } from '../evaluation.ts'
import { actionsOf, type StrategyTree } from '../model.ts'
import { FindingList } from '../parts/finding-list.tsx'
import { GoalBranch } from '../parts/goal-branch.tsx'
import { GoalCodes } from '../parts/goal-codes.tsx'
import { GoalTable } from '../parts/goal-table.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { PlanList } from '../parts/plan-list.tsx'
import { StrategyFacts } from '../parts/strategy-facts.tsx'
import { StrategyPurpose } from '../parts/strategy-purpose.tsx'
import { readFindings } from '../read-findings.server.ts'
import { findStrategiesOf } from '../store.server.ts'
import { VersionLine } from '../versions/parts/version-line.tsx'
import { findVersions } from '../versions/version-store.server.ts'
import type { Route } from './+types/strategy-overview'

/** Findings about surveys are not about the strategy itself. */
const names = [indicatorFamily.name, 'strategy']

export const handle = { parameters: [AS_OF] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asOf = readAsOf(new URL(request.url).searchParams)
  const until = asOf?.until
  const shown = await readInRequest(context, async (tx) => {
    const reading = startReading(tx, { municipalityId: municipality.id, strategy: plan, asOf: until })
    const tree = await readTree(reading)
    if (!tree) return undefined
    const standing = await readStanding(tx, {
      municipalityId: municipality.id,
      targetSet: tree.strategy.key,
      asOf: until,
    })
    const indicators = await readIndicatorNames(reading)
    return {
      tree,
      evaluation: evaluateStrategy(tree, standing),
      indicators: indicators.filter(({ id }) => standing.promised.has(id)),
      findingsByGoal:
        plan === undefined && !asOf ? await countByFacet(tx, municipality.id, 'goal') : undefined,
      ofStrategy: await readFindings(reading, {
        families: names,
        kinds: ['strategy', 'claim', 'source'],
      }),
      sources: await findSourceDocuments(tx, municipality.id, tree.strategy.key),
      plans: await findStrategiesOf(tx, municipality.id),
      codes: new Map(indicators.map(({ id, code }) => [id, code])),
      ...(await readAttached(tx, tree.strategy, until)),
      versions: await findVersions(tx, municipality.id, tree.strategy.id),
    }
  })
  return { municipality, home, asOf, shown, today: municipalDay() }
}

export default function StrategyOverview({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, home, asOf, shown, today } = loaderData
  const place = local(municipality.name)
  const address = path(`${home}/strategija`)
  if (!shown) return <NoStrategy title={text('strategy.title')} place={place} asOf={asOf} current={address} />
  const { tree, evaluation, indicators, findingsByGoal, ofStrategy, sources, plans, versions } = shown
  const { attached, national, codes } = shown
  const risksSummary = text('strategy.risks.caption', {
    count: attached.risks.length,
    judged: attached.risks.filter((risk) => weightOf(risk) !== null).length,
  })
  return (
    <Page title={text('strategy.title')} place={place}>
      <p className="eyebrow">{text('strategy.title')}</p>
      <h1>{local(tree.strategy.title)}</h1>
      {asOf ? <AsOfBanner day={asOf.day} current={address} /> : null}
      <VersionLine strategy={tree.strategy} versions={versions} at={asOf?.until} home={home} />
      <StrategyFacts strategy={tree.strategy} />
      <EditLink address={`${home}/strategija`} />
      <PlanList plans={plans} shown={tree.strategy.key} slug={municipality.slug} />
      <InOurWords things={wordedParts(tree)} sources={sources} home={home} />
      <section>
        <h2>{text('strategy.purpose')}</h2>
        <StrategyPurpose strategy={tree.strategy} />
      </section>
      <section>
        <h2>{text('strategy.goals', { count: tree.goals.length })}</h2>
        <GoalCodes goals={tree.goals} />
        <GoalTable
          evaluation={evaluation}
          place={`/${municipality.slug}`}
          home={home}
          asOf={asOf?.day}
          findings={findingsByGoal}
        />
        {findingsByGoal ? (
          <p className="hint">
            <a href={path(`/${municipality.slug}/datu-kvalitate`)}>{text('strategy.goals.findings.all')}</a>
          </p>
        ) : null}
        {findingsByGoal || asOf ? null : <p className="hint">{text('strategy.plans.findings')}</p>}
      </section>
      <section>
        <h2>{text('strategy.tree')}</h2>
        {tree.goals.map((goal) => (
          <GoalBranch
            key={goal.code}
            goal={goal}
            indicators={indicators.filter((one) => tree.goalOfIndicator.get(one.id) === goal.code)}
            home={home}
            asOf={asOf?.day}
            today={asOf?.day ?? today}
          />
        ))}
      </section>
      {ofStrategy.length > 0 ? (
        <section>
          <h2>{text('strategy.findings.ofStrategy')}</h2>
          <details>
            <summary>{text('strategy.findings', { count: ofStrategy.length })}</summary>
            <FindingList findings={ofStrategy} />
          </details>
          <p className="after">
            <a href={path(`${home}/datu-kvalitate/apgalvojumi`)}>{text('strategy.claims')}</a>
          </p>
        </section>
      ) : null}
      {tree.externalFactors.length > 0 ? (
        <section>
          <h2>{text('strategy.factors')}</h2>
          <details>
            <summary>{text('strategy.factors.count', { count: tree.externalFactors.length })}</summary>
            <FactorList
              factors={tree.externalFactors}
              links={attached.riskLinks}
              indicators={codes}
              home={home}
            />
          </details>
        </section>
      ) : null}
      {attached.risks.length > 0 ? (
        <section>
          <h2>{text('strategy.risks')}</h2>
          <details>
            <summary>{risksSummary}</summary>
            <RiskList risks={attached.risks} links={attached.riskLinks} indicators={codes} home={home} />
          </details>
        </section>
      ) : null}
      {attached.funding.length > 0 ? (
        <section>
          <h2>{text('strategy.funding.sums.title')}</h2>
          <details>
            <summary>{text('strategy.funding.sums.byGoal')}</summary>
            <FundingSums goals={tree.goals} funding={attached.funding} />
          </details>
        </section>
      ) : null}
      {attached.nationalLinks.length > 0 ? (
        <section>
          <h2>{text('strategy.national.section')}</h2>
          <details>
            <summary>{text('strategy.national.served')}</summary>
            <NationalTable goals={national} links={attached.nationalLinks} home={home} />
          </details>
        </section>
      ) : null}
      {tree.recommendations.length > 0 ? (
        <section>
          <h2>{text('strategy.recommendations')}</h2>
          <details>
            <summary>
              {text('strategy.recommendations.count', { count: tree.recommendations.length })}
            </summary>
            <ol className="reading">
              {tree.recommendations.map((recommendation) => (
                <li key={recommendation.code}>{local(recommendation.title)}</li>
              ))}
            </ol>
          </details>
        </section>
      ) : null}
      <section>
        <h2>{text('strategy.sources')}</h2>
        <details>
          <summary>{text('strategy.sources.places')}</summary>
          <CitedSources cited={citedParts(tree, text)} sources={sources} home={home} />
        </details>
      </section>
    </Page>
  )
}

/** What of a strategy a document words; a vision without words is not in anybody's. */
function wordedParts({ strategy, goals }: StrategyTree) {
  const { source, locator, vision, mission } = strategy
  const statements = [vision, mission].flatMap((one) => one ?? [])
  return [
    ...statements.map(({ official }) => ({ source, locator, official })),
    ...goals,
    ...goals.flatMap((goal) => goal.directions),
    ...actionsOf({ goals }),
  ]
}

function citedParts(tree: StrategyTree, text: Speech['text']) {
  return [
    { name: text('strategy.title'), citations: [tree.strategy] },
    { name: text('strategy.cited.values'), citations: tree.strategy.values },
    { name: text('strategy.cited.goals'), citations: tree.goals },
    { name: text('strategy.cited.directions'), citations: tree.goals.flatMap((goal) => goal.directions) },
    { name: text('strategy.factors'), citations: tree.externalFactors },
    { name: text('strategy.recommendations'), citations: tree.recommendations },
  ]
}
