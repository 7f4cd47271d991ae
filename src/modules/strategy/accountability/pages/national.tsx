import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { PLAN } from '../../edits/parts.ts'
import { readPlanScope } from '../../edits/scope.server.ts'
import { nationalGoalAddress } from '../addresses.ts'
import { findAttached } from '../attached-store.server.ts'
import { findNationalGoals } from '../national-store.server.ts'
import { NationalTable } from '../parts/national-table.tsx'
import { readEditorsPlace } from '../plan-asked.server.ts'
import type { Route } from './+types/national'

export const handle = { parameters: [PLAN], reads: ['strategy.edit'] }

export async function loader(args: Route.LoaderArgs) {
  const { municipality, plan, home } = readEditorsPlace(args)
  const municipalityId = municipality.id
  return readInRequest(args.context, async (tx) => {
    const scope = await readPlanScope(tx, { municipalityId, plan })
    const { nationalLinks } = await findAttached(tx, scope)
    return { municipality, plan, home, links: nationalLinks, goals: await findNationalGoals(tx) }
  })
}

/** Goals of national plans, and what of the municipality's plan serves each. */
export default function National({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, plan, home, links, goals } = loaderData
  return (
    <Page title={text('strategy.national.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`${home}/strategija`)}>{text('strategy.title')}</a>
      </p>
      <h1>{text('strategy.national.title')}</h1>
      <p>{text(goals.length > 0 ? 'strategy.national.purpose' : 'strategy.national.none')}</p>
      {goals.length > 0 ? (
        <NationalTable
          goals={goals}
          links={links}
          home={home}
          editAt={(goal) => nationalGoalAddress(municipality.slug, goal, { [PLAN]: plan })}
        />
      ) : null}
    </Page>
  )
}
