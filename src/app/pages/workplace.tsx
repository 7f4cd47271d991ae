import { municipalityContext } from '#modules/registry.context'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { findCurrentStrategy } from '#modules/strategy.server'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { findDraftDataset } from '#platform/draft-dataset/store.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { MunicipalityChooser } from '#platform/ui/municipality-chooser.tsx'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants, may } from '#platform/users.ts'
import { guideAddress } from '../first-plan/draft-rows.ts'
import { workMenu } from '../menu.server.ts'
import { textIn } from '../texts.server.ts'
import type { Route } from './+types/workplace'

/** Everybody who works here comes by. */
export const handle = { reads: 'present' }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const language = languageOf(new URL(request.url).pathname)
  const user = demandSignedIn(context, request)
  const menu = workMenu(createSpeech(language, textIn(language)), municipality, user)
  const works = new Set(
    currentGrants(user).flatMap(({ scope }) => (scope.kind === 'country' ? [] : scope.municipalityId)),
  )
  const draft = may(user, 'platform.draft.edit', { municipalityId: municipality.id })
    ? await readInRequest(context, (tx) => findDraftDataset(tx, municipality.id))
    : undefined
  const isPublic = draft
    ? (await readInRequest(context, (tx) => findCurrentStrategy(tx, municipality.id))) !== undefined
    : true
  const all = await readInRequest(context, (tx) => findMunicipalitiesOn(tx, municipalDay()))
  return {
    municipality,
    menu,
    places: all.filter(({ id }) => works.has(id)),
    isBeginning: draft !== undefined && !isPublic,
  }
}

/** Where the work on one municipality begins. */
export default function Workplace({ loaderData }: Route.ComponentProps) {
  const { text, local, path } = useSpeech()
  const { municipality, menu, places, isBeginning } = loaderData
  const title = text('app.workplace.title', { municipality: local(municipality.name) })
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {isBeginning ? (
        <p>
          <a href={path(guideAddress(municipality.slug))}>{text('app.firstPlan.title')}</a>{' '}
          <span className="hint">{text('app.firstPlan.purpose')}</span>
        </p>
      ) : null}
      {menu.length === 0 ? (
        <p>
          {text('app.workplace.nothing')}{' '}
          <a href={path(`/${municipality.slug}`)}>{local(municipality.name)}</a>
        </p>
      ) : (
        menu.map(({ key, label, links }) => (
          <section key={key} aria-labelledby={`group-${key}`}>
            <h2 id={`group-${key}`}>{label}</h2>
            <ul>
              {links.map((link) => (
                <li key={link.address}>
                  <a href={link.address}>{link.label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      <MunicipalityChooser places={places} />
    </Page>
  )
}
