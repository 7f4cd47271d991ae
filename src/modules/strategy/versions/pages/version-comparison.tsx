import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { AGAINST, versionAddress } from '../addresses.ts'
import { compareSides } from '../compare.ts'
import { SidesCompared } from '../parts/sides-compared.tsx'
import { readAgainst, readNumber, readSides } from '../read-plan.server.ts'
import type { Route } from './+types/version-comparison'

export const handle = { reads: ['strategy.read'], parameters: [AGAINST] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.read', { municipalityId: municipality.id })
  const against = readAgainst(new AskedValues(request))
  const { sides, versions } = await readInRequest(context, (tx) =>
    readSides(tx, {
      municipalityId: municipality.id,
      number: readNumber(params.version),
      against,
      today: municipalDay(),
    }),
  )
  return {
    municipality,
    compared: compareSides(sides),
    numbers: [1, ...versions.map(({ number }) => number)],
    drafts: versions.filter(({ state }) => state === 'draft').map(({ number }) => number),
  }
}

/** Two versions of the plan side by side, with the reason of each change. */
export default function VersionComparison({ loaderData }: Route.ComponentProps) {
  const { municipality, compared, numbers, drafts } = loaderData
  const { before, after } = compared
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
      <SidesCompared
        compared={compared}
        numbers={numbers}
        nameOf={nameOf}
        address={`${versionAddress(slug, after)}/salidzinajums`}
        home={`/${slug}`}
      />
    </Page>
  )
}
