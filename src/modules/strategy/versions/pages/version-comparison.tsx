import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { AGAINST, versionAddress } from '../addresses.ts'
import { comparePlans, countSame } from '../compare.ts'
import { AgainstChoice } from '../parts/against-choice.tsx'
import { PlanComparison } from '../parts/plan-comparison.tsx'
import { readNumber, readSides } from '../read-plan.server.ts'
import type { Route } from './+types/version-comparison'

export const handle = { reads: ['strategy.read'], parameters: [AGAINST] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.read', { municipalityId: municipality.id })
  const against = new URL(request.url).searchParams.get(AGAINST)
  const { sides, versions } = await readInRequest(context, (tx) =>
    readSides(tx, {
      municipalityId: municipality.id,
      number: readNumber(params.version),
      against: against ? readNumber(against) : undefined,
      today: municipalDay(),
    }),
  )
  const differences = comparePlans(sides.before.tree, sides.after.tree)
  return {
    municipality,
    differences,
    same: countSame(sides.after.tree, differences),
    proposals: sides.proposals,
    before: sides.before.number,
    after: sides.after.number,
    numbers: [1, ...versions.map(({ number }) => number)],
    drafts: versions.filter(({ state }) => state === 'draft').map(({ number }) => number),
  }
}

/** Two versions of the plan side by side, with the reason of each change. */
export default function VersionComparison({ loaderData }: Route.ComponentProps) {
  const { municipality, differences, same, proposals, before, after, numbers, drafts } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const nameOf = (number: number) =>
    text(drafts.includes(number) ? 'strategy.versions.draftOf' : 'strategy.versions.number', { number })
  const title = text('strategy.versions.sides', { before: nameOf(before), after: nameOf(after) })
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(versionAddress(slug, after))}>{nameOf(after)}</a>
      </p>
      <h1>{title}</h1>
      <AgainstChoice
        address={path(`${versionAddress(slug, after)}/salidzinajums`)}
        numbers={numbers.filter((number) => number !== after)}
        chosen={before}
      />
      <PlanComparison
        differences={differences}
        proposals={proposals}
        before={nameOf(before)}
        after={nameOf(after)}
        addressOf={(code) => path(`/${slug}/ricibas-plans/${code}`)}
      />
      <p className="after-table">{text('strategy.versions.unchanged', { count: same })}</p>
    </Page>
  )
}
