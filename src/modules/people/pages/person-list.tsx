import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { Table } from '#platform/ui/table.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { findGroupRows } from '../directory-store.server.ts'
import { PERSON_KINDS } from '../model.ts'
import { findPlaceNames } from '../places.server.ts'
import { findDirectory } from '../store.server.ts'
import type { Route } from './+types/person-list'

export const handle = {
  parameters: ['iestade', 'kas', 'q', 'lapa'],
  reads: ['people.read'],
  changes: ['people.edit'],
}
/** As many as a page holds. */
const A_PAGE = 50

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.read', municipality.id)) refuse(403, 'platform.refused.grant')
  const values = new AskedValues(request)
  const asked = {
    institution: values.text('iestade') ?? '',
    kind: values.oneOf('kas', PERSON_KINDS),
    name: values.text('q') ?? '',
  }
  const page = values.page('lapa')
  const read = await readInRequest(context, async (tx) => ({
    places: await findPlaceNames(tx, user, municipality.id),
    groups: await findGroupRows(tx, municipality.id),
    all: await findDirectory(tx, municipality.id),
  }))
  const typed = asked.name.toLocaleLowerCase('lv')
  const found = read.all.filter(
    ({ institutionId, kind, givenName, familyName }) =>
      (asked.institution === '' || institutionId === asked.institution) &&
      (asked.kind === undefined || kind === asked.kind) &&
      (typed === '' || `${givenName} ${familyName}`.toLocaleLowerCase('lv').includes(typed)),
  )
  values.oneOf(
    'iestade',
    read.places.map(({ id }) => id),
  )
  const pages = Math.max(1, Math.ceil(found.length / A_PAGE))
  values.demandPage(pages, 'lapa')
  values.demandRight()
  return {
    municipality,
    asked,
    page,
    count: found.length,
    pages,
    persons: found.slice((page - 1) * A_PAGE, page * A_PAGE),
    places: read.places,
    groups: new Map(read.groups.map(({ group_id, name }) => [group_id, name])),
    mayAdd: read.places.some(({ mayEdit }) => mayEdit),
  }
}

/** The people whom the reader may know: who they are, where they belong. */
export default function PersonList({ loaderData }: Route.ComponentProps) {
  const { municipality, asked, page, pages, count, persons, places, groups, mayAdd } = loaderData
  const { text, local, path } = useSpeech()
  const address = path(`/darbs/${municipality.slug}/cilveki`)
  const nameOf = new Map(places.map(({ id, name }) => [id, local(name)]))
  return (
    <Page title={text('people.list.title')} place={local(municipality.name)}>
      <h1>{text('people.list.title')}</h1>
      <ul className="links">
        {mayAdd ? (
          <li>
            <a href={`${address}/jauns`}>{text('people.list.add')}</a>
          </li>
        ) : null}
        <li>
          <a href={path(`/darbs/${municipality.slug}/klases`)}>{text('people.groups.title')}</a>
        </li>
        {mayAdd ? (
          <li>
            <a href={path(`/darbs/${municipality.slug}/dati/cilveki`)}>{text('people.list.load')}</a>
          </li>
        ) : null}
      </ul>
      <form className="filters">
        <label>
          {text('people.form.institution')}
          <select name="iestade" defaultValue={asked.institution}>
            <option value="">{text('people.list.all')}</option>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {local(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('people.form.kind')}
          <select name="kas" defaultValue={asked.kind ?? ''}>
            <option value="">{text('people.list.all')}</option>
            {PERSON_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {text(`people.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('people.search.name')}
          <input type="search" name="q" defaultValue={asked.name} />
        </label>
        <button type="submit">{text('people.search.find')}</button>
      </form>
      {count === 0 ? <p role="status">{text('people.list.none')}</p> : null}
      {persons.length > 0 ? (
        <Table
          caption={text('people.list.caption', { count })}
          rows={persons}
          rowKey={({ personId }) => personId}
          columns={[
            {
              heading: text('people.search.name'),
              cell: ({ personId, familyName, givenName }) => (
                <a href={`${address}/${personId}`}>{`${familyName} ${givenName}`}</a>
              ),
            },
            { heading: text('people.form.kind'), cell: ({ kind }) => text(`people.kind.${kind}`) },
            {
              heading: text('people.form.institution'),
              cell: ({ institutionId }) => nameOf.get(institutionId ?? '') ?? '–',
            },
            {
              heading: text('people.form.group'),
              cell: ({ groupId }) => groups.get(groupId ?? '') ?? '–',
            },
          ]}
        />
      ) : null}
      <Pages page={page} pages={pages} parameter="lapa" />
    </Page>
  )
}
