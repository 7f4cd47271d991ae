import { startReading } from '#modules/findings'
import { RESULT_ORDERS } from '#modules/indicators'
import { municipalityContext } from '#modules/registry.context'
import { CitedSources, InOurWords, OwnWords } from '#modules/sources/parts'
import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import { AS_OF, addressAsOf, askAsOf } from '#platform/as-of/read-as-of.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Neighbours } from '#platform/ui/neighbours.tsx'
import { Page } from '#platform/ui/page.tsx'
import { defineSorting, readSort } from '#platform/ui/sort.ts'
import type { Goal } from '../model.ts'
import { GoalActions } from '../parts/goal-actions.tsx'
import { GoalClaims, GoalFindings, GoalProgrammes, GoalSurveys } from '../parts/goal-lists.tsx'
import { GoalStanding } from '../parts/goal-standing.tsx'
import { NoStrategy } from '../parts/no-strategy.tsx'
import { readGoal } from '../read-goal.server.ts'
import { goalAddress } from '../subjects.ts'
import type { Route } from './+types/goal-detail'

const SORTING = defineSorting(RESULT_ORDERS, { anchor: 'rezultati' })

export const handle = { parameters: [AS_OF, SORTING.parameter] }

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const asked = new AskedValues(request)
  const asOf = askAsOf(asked)
  readSort(asked, SORTING)
  asked.demandRight()
  const place = { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }
  const read = await readInRequest(context, (tx) => readGoal(startReading(tx, place), params.goal))
  if (!read && !asOf) refuse(404, 'platform.refused.absent')
  return { municipality, home, asOf, today: municipalDay(), read, code: params.goal.toUpperCase() }
}

/** One goal of the strategy: what it wants, what the figures say and how surely, what is done for it. */
export default function GoalDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, home, asOf, today, read, code } = loaderData
  const { text, local, path } = useSpeech()
  if (!read) {
    const current = path(`${home}${goalAddress(code)}`)
    return <NoStrategy title={code} place={local(municipality.name)} asOf={asOf} current={current} />
  }
  const { tree, goal, surveys, claims, findings, programmes, sources } = read
  const day = asOf?.day
  const place = `/${municipality.slug}`
  const beside = (other: Goal | undefined, label: string) =>
    other && {
      address: addressAsOf(path(`${home}${goalAddress(other.code)}`), day),
      title: `${other.code} ${local(other.title)}`,
      label,
    }
  return (
    <Page
      title={`${goal.code} ${local(goal.title)}`}
      place={local(municipality.name)}
      description={text('strategy.goal.description', { goal: goal.code, title: local(goal.title) })}
    >
      <p className="eyebrow">
        <a href={addressAsOf(path(`${home}/strategija`), day)}>{local(tree.strategy.title)}</a> · {goal.code}
      </p>
      <h1>{local(goal.title)}</h1>
      {asOf ? <AsOfBanner day={asOf.day} current={path(`${home}${goalAddress(goal.code)}`)} /> : null}
      <OwnWords wording={goal} />
      {goal.aim ? <p>{local(goal.aim)}</p> : null}
      <InOurWords things={[goal, ...goal.directions]} sources={sources} home={home} />
      <GoalStanding read={read} home={home} sorting={SORTING} asOf={day} />
      <GoalActions goal={goal} home={home} asOf={day} today={day ?? today} />
      <GoalProgrammes programmes={programmes} home={home} asOf={day} />
      <GoalFindings findings={findings} goal={goal.code} place={place} />
      <GoalClaims claims={claims} home={home} />
      <GoalSurveys surveys={surveys} place={place} />
      <section>
        <h2>{text('strategy.sources')}</h2>
        <CitedSources
          cited={[
            { name: text('strategy.cited.goals'), citations: [goal] },
            { name: text('strategy.cited.directions'), citations: goal.directions },
          ]}
          sources={sources}
          home={home}
        />
      </section>
      <Neighbours
        label={text('strategy.goal.neighbours')}
        previous={beside(read.previous, text('strategy.goal.previous'))}
        next={beside(read.next, text('strategy.goal.next'))}
      />
    </Page>
  )
}
