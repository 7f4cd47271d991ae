import { addressContext } from '#platform/context.server.ts'
import { faceOf, WORKING } from '#platform/http/face.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { currentGrants, may, type User } from '#platform/users.ts'
import { readHoldings, readNames } from '../holdings.server.ts'
import { AbilityList } from '../parts/ability-list.tsx'
import { openAccess } from '../place.server.ts'
import { PRIVATE_ROLES, whoCan } from '../who-can.ts'
import type { Route } from './+types/who-can-see'

export const handle = { parameters: ['lapa'], reads: 'present' }

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language } = openAccess(asked)
  // A municipality's workplace lets in whoever has a right there; the country's pages have nobody before them.
  if (place.name === null && !worksForCountry(user)) refuse(403, 'platform.refused.grant')
  const page = new URL(asked.request.url).searchParams.get('lapa') ?? place.address
  const own = place.address.replace(/\/tiesibas$/, '')
  const { pathname } = new URL(page, 'http://izaugsme')
  const isOurs = `${pathname}/`.startsWith(`${own}/`) || isTwin(pathname, own)
  const address =
    isOurs && faceOf(pathname) === 'personal' ? await asked.context.get(addressContext)(pathname) : undefined
  // Below the country's own pages stand those of every municipality, about which these say nothing.
  const isElsewhere = place.name === null && address?.route.includes('/:municipality')
  const rights = (isElsewhere ? undefined : address?.rights) ?? refuse(404, 'platform.refused.absent')
  const holdings = await readHoldings(db, place.id)
  const works = currentGrants(user).some((grant) => !('role' in grant) || !PRIVATE_ROLES.has(grant.role))
  const names = await readNames(db, { placeId: place.id, reader: user }, language, holdings)
  return {
    place,
    page: pathname,
    isOwn: rights.reads === 'own',
    seesAll: may(user, 'platform.grant.read', { municipalityId: place.id }),
    // Who is only a pupil or a guardian learns which roles see it, and no names.
    works,
    names,
    ...whoCan(holdings, rights, place.id),
  }
}

const worksForCountry = (user: User) => currentGrants(user).some(({ scope }) => scope.kind === 'country')

/** Whether a path is the working twin of a page of the municipality. */
const isTwin = (pathname: string, own: string) =>
  pathname.startsWith(`${own.replace(/^\/darbs/, '')}/`) && pathname.endsWith(`/${WORKING}`)

/** Everybody who can see and change what a page shows, by name and role, and why. */
export default function WhoCanSeePage({ loaderData }: Route.ComponentProps) {
  const { text, path, local } = useSpeech()
  const { place, page, isOwn, seesAll, works, names, read, change } = loaderData
  const title = text('platform.whoCanSee')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <p>
        {text('access.who.page')} <a href={path(page)}>{page}</a>
      </p>
      <h2>{text('access.who.read')}</h2>
      {isOwn ? (
        <p>{text('access.who.own')}</p>
      ) : (
        <AbilityList abilities={read} names={names} seesAll={seesAll} works={works} />
      )}
      <h2>{text('access.who.change')}</h2>
      {change.length === 0 ? (
        <p>{text('access.who.nobody')}</p>
      ) : (
        <AbilityList abilities={change} names={names} seesAll={seesAll} works={works} />
      )}
      <p className="hint">{text('access.who.journal')}</p>
    </Page>
  )
}
