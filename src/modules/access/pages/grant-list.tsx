import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { nameOfAccount } from '../holding.ts'
import { readHoldings, readNames } from '../holdings.server.ts'
import { HoldingList } from '../parts/holding-list.tsx'
import { sortPeople } from '../people-with-rights.ts'
import { openAccess } from '../place.server.ts'
import type { Route } from './+types/grant-list'

export const handle = {
  parameters: ['vards'],
  reads: ['platform.grant.read'],
  changes: ['platform.grant.edit'],
}

export async function loader(asked: Route.LoaderArgs) {
  const { db, user, place, language, mayEdit } = openAccess(asked, 'platform.grant.read')
  const typed = new URL(asked.request.url).searchParams.get('vards') ?? ''
  const holdings = await readHoldings(db, place.id)
  const names = await readNames(db, { placeId: place.id, reader: user }, language, holdings)
  const all = sortPeople(holdings, names)
  const wanted = typed.toLocaleLowerCase('lv')
  const people = all.filter(({ name }) => name.toLocaleLowerCase('lv').includes(wanted))
  return { place, isCountry: place.id === COUNTRY, mayEdit, typed, names, people, count: all.length }
}

/** Everybody who holds rights here, and why; found by name. */
export default function GrantList({ loaderData }: Route.ComponentProps) {
  const { text, path, local } = useSpeech()
  const { place, isCountry, mayEdit, typed, names, people, count } = loaderData
  const title = text(isCountry ? 'access.grants.country' : 'access.grants.title')
  return (
    <Page title={title} place={place.name ? local(place.name) : undefined}>
      <h1>{title}</h1>
      <p>{text('access.grants.intro', { count })}</p>
      <ul>
        {mayEdit ? (
          <li>
            <a href={path(`${place.address}/dot`)}>{text('access.give.title')}</a>
          </li>
        ) : null}
        {isCountry ? null : (
          <li>
            <a href={path(`${place.address}/aizvietotajs`)}>{text('access.deputy.title')}</a>
          </li>
        )}
        <li>
          <a href={path(`${place.address}/parskatisana`)}>{text('access.review.title')}</a>
        </li>
      </ul>
      <form method="get" className="filters">
        <label>
          {text('access.grants.find')}
          <input name="vards" type="search" defaultValue={typed} />
        </label>
        <button type="submit">{text('access.grants.find.button')}</button>
      </form>
      {people.length === 0 ? <p>{text('access.grants.nobody')}</p> : null}
      {people.map(({ accountId, holdings }) => (
        <section key={accountId}>
          <h2>{nameOfAccount(names, accountId)}</h2>
          <HoldingList holdings={holdings} names={names} address={mayEdit ? place.address : undefined} />
        </section>
      ))}
    </Page>
  )
}
