import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { StrategyFacts } from '../../parts/strategy-facts.tsx'
import { AGAINST } from '../addresses.ts'
import { compareSides } from '../compare.ts'
import { DecisionFacts } from '../parts/decision-facts.tsx'
import { PlanText } from '../parts/plan-text.tsx'
import { SidesCompared } from '../parts/sides-compared.tsx'
import { readAgainst, readNumber, readSides } from '../read-plan.server.ts'
import { adoptedIn } from '../version.ts'
import type { Route } from './+types/public-version'

export const handle = { parameters: [AGAINST] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const against = readAgainst(new AskedValues(request))
  const { sides, version, versions, current } = await readInRequest(context, (tx) =>
    readSides(tx, {
      municipalityId: municipality.id,
      plan,
      number: readNumber(params.version),
      against,
      today: municipalDay(),
    }),
  )
  if (version?.state === 'draft') refuse(404, 'strategy.versions.noSuch')
  return {
    municipality,
    home,
    current,
    version,
    strategy: sides.after.tree.strategy,
    goals: sides.after.tree.goals,
    compared: compareSides(sides),
    numbers: [1, ...adoptedIn(versions).map(({ number }) => number)],
  }
}

/** One version of a plan: what the council decided, what changed since the one before, and the plan as it then was. */
export default function PublicVersion({ loaderData }: Route.ComponentProps) {
  const { municipality, home, current, version, strategy, goals, compared, numbers } = loaderData
  const { before, after } = compared
  const { text, local, path } = useSpeech()
  const nameOf = (number: number) => text('strategy.versions.number', { number })
  const isCompared = before !== after
  return (
    <Page title={nameOf(after)} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`${home}/redakcijas`)}>{text('strategy.versions.title')}</a>
      </p>
      <h1>
        {local(strategy.title)}: {nameOf(after)}
      </h1>
      {after === current ? (
        <p>{text('strategy.versions.thisHolds')}</p>
      ) : (
        <p className="banner">
          {text('strategy.versions.notNewest', { number: current })}{' '}
          <a href={path(`${home}/redakcijas/${current}`)}>{nameOf(current)}</a>
        </p>
      )}
      {version ? <DecisionFacts version={version} /> : <StrategyFacts strategy={strategy} />}
      {isCompared ? (
        <section>
          <h2>{text('strategy.versions.sides', { before: nameOf(before), after: nameOf(after) })}</h2>
          <SidesCompared
            compared={compared}
            numbers={numbers}
            nameOf={nameOf}
            address={`${home}/redakcijas/${after}`}
            home={home}
          />
        </section>
      ) : null}
      <section>
        <h2>{text('strategy.versions.text')}</h2>
        <PlanText goals={goals} />
      </section>
    </Page>
  )
}
