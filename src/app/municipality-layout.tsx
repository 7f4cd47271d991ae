import { Outlet, useLocation } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { findMunicipality, findMunicipalityByCode } from '#modules/registry.server'
import { findCurrentStrategy } from '#modules/strategy.server'
import { CorrectionNotes } from '#modules/work/parts'
import { findCorrectionsOf } from '#modules/work.server'
import { placeContext, readInRequest } from '#platform/context.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { MenuTabs } from '#platform/ui/menu-tabs.tsx'
import { PlaceAbove } from '#platform/ui/place.ts'
import type { Route } from './+types/municipality-layout'
import { readDataOfPlace } from './data-of-place.server.ts'
import { municipalityMenu } from './menu.server.ts'
import { textIn } from './texts.server.ts'
import { redirectToWrittenName } from './to-written-name.server.ts'

/** Finds the municipality of the address once, for every page below it. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ params, context, request }, next) => {
    const found = await readInRequest(context, async (tx) => {
      const municipality = await findMunicipality(tx, params.municipality)
      if (!municipality) await redirectToWrittenName(tx, params.municipality, request)
      const successor = municipality?.successor && (await findMunicipalityByCode(tx, municipality.successor))
      return municipality && { municipality, successor: successor || undefined }
    })
    if (!found) refuse(404, 'platform.refused.absent')
    const home = `/${found.municipality.slug}`
    context.set(municipalityContext, { ...found, home, plan: undefined })
    context.set(placeContext, found.municipality.id)
    return next()
  },
]

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, successor } = context.get(municipalityContext)
  const { pathname } = new URL(request.url)
  const language = languageOf(pathname)
  const menu = municipalityMenu(createSpeech(language, textIn(language)), municipality.slug)
  const page = decodeURI(language === 'en' ? pathname.slice('/en'.length) : pathname)
  const { corrections, data, plan } = await readInRequest(context, async (tx) => {
    const plan = await findCurrentStrategy(tx, municipality.id)
    return {
      plan,
      corrections: await findCorrectionsOf(tx, municipality.id, page),
      data: await readDataOfPlace(tx, municipality, plan, municipalDay()),
    }
  })
  return { municipality, successor, menu, corrections, data, hasPlan: plan !== undefined }
}

export default function MunicipalityLayout({ loaderData }: Route.ComponentProps) {
  const { municipality, successor, menu, corrections, data, hasPlan } = loaderData
  const { text, local, path, date } = useSpeech()
  const { pathname } = useLocation()
  const name = local(municipality.name)
  const crumbs = [
    { label: text('app.country'), address: path('/') },
    { label: local(municipality.region.name) },
    { label: name, address: path(`/${municipality.slug}`) },
  ]
  const home = path(`/${municipality.slug}`)
  // A plan has pages of its own beside these sections.
  const isOfPlan = pathname.startsWith(`${path(`/${municipality.slug}`)}/plani/`)
  return (
    <>
      <section className="place" aria-label={name}>
        <div className="wrap">
          <p className="name">{name}</p>
          {municipality.isGenerated ? <p className="generated">{text('app.generated')}</p> : null}
          {successor && municipality.validTo ? (
            <p>
              {text('app.ended', { date: date(lastDayBefore(municipality.validTo)) })}{' '}
              <a href={path(`/${successor.slug}`)}>{local(successor.name)}</a>
            </p>
          ) : null}
          {hasPlan ? (
            <MenuTabs place={name} links={menu} isElsewhere={isOfPlan} />
          ) : pathname === home ? null : (
            // Where nothing is published, sections would all be empty: one page says what there is.
            <p>
              <a href={home}>{text('registry.empty.whole', { name })}</a>
            </p>
          )}
        </div>
      </section>
      <CorrectionNotes corrections={corrections} slug={municipality.slug} />
      <PlaceAbove value={{ crumbs, sections: menu, data }}>
        <Outlet />
      </PlaceAbove>
    </>
  )
}

/** The day before the first day on which something no longer exists. */
function lastDayBefore(day: string) {
  const before = new Date(`${day}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before
}
