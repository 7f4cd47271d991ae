import { AskedValues, addressWith } from '#platform/asked.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { searchContext } from '../context.server.ts'
import { excerptOf, markIn } from '../excerpt.ts'
import { COUNTRY_PLACE, narrow } from '../narrow.ts'
import { EntryPoints } from '../parts/entry-points.tsx'
import { FoundItem } from '../parts/found-item.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import { Tried } from '../parts/tried.tsx'
import { LONGEST_QUERY, readQuery } from '../read-query.ts'
import type { Route } from './+types/search'

export const handle = { parameters: ['q', 'kind', 'place', 'page'] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { kinds, index } = context.get(searchContext)
  const url = new URL(request.url)
  const typed = (url.searchParams.get('q') ?? '').trim()
  const query = readQuery(typed)
  const q = typed.slice(0, LONGEST_QUERY)
  const current = await index()
  const asked = new AskedValues(url.searchParams)
  const places = [COUNTRY_PLACE, ...current.slugs()]
  const filter = {
    kind: asked.oneOf('kind', [...new Set(kinds.map(({ code }) => code))]),
    place: asked.oneOf('place', places),
  }
  const { found, ...search } = current.search(query)
  const narrowed = narrow(found, { ...filter, page: asked.page() })
  asked.demandPage(narrowed.pages)
  asked.demandRight()
  const language = languageOf(url.pathname)
  const items = narrowed.items.map((one) => ({
    kind: one.findable.kind,
    address: `${one.place ? `/${one.place.slug}` : ''}${one.findable.address}`,
    place: one.place,
    within: one.findable.within ?? null,
    name: markIn(one.findable.name[language], one.terms),
    excerpt: excerptOf(one, language),
  }))
  return {
    q,
    isAsked: typed !== '',
    isCut: query.isCut,
    query,
    filter,
    known: kinds,
    search,
    narrowed,
    items,
  }
}

/** What was found for the words that somebody typed, or the form to type them into. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { q, isAsked, isCut, query, filter, known, search, narrowed, items } = loaderData
  const { count, page, pages, kinds, places } = narrowed
  const { text, path } = useSpeech()
  const address = path('/meklet')
  const asked = new URLSearchParams(
    Object.entries({ q, ...filter }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const to = (changes: Record<string, string | undefined>) =>
    addressWith({ pathname: address, search: `?${asked}` }, { page: undefined, ...changes })
  const title = isAsked ? text('search.title.asked', { words: q }) : text('search.title')
  const answered =
    count > 0 ? text('search.headline', { count, words: q }) : text('search.headline.none', { words: q })
  const headline = isAsked ? answered : text('search.title')
  return (
    <Page title={title} description={text('search.description')}>
      <h1>{headline}</h1>
      <SearchForm typed={q} filter={filter} />
      {isCut ? <p>{text('search.cut')}</p> : null}
      {isAsked ? (
        <>
          <Tried query={query} count={count} {...search} />
          {count > 0 || filter.kind || filter.place ? (
            <Narrowing kinds={kinds} places={places} known={known} filter={filter} to={to} />
          ) : null}
          {count > 0 ? (
            <ol className="hits" start={(page - 1) * 20 + 1}>
              {items.map((item) => (
                <FoundItem key={`${item.address} ${item.kind}`} item={item} kinds={known} />
              ))}
            </ol>
          ) : null}
          <Pages page={page} pages={pages} />
        </>
      ) : null}
      {count === 0 ? <EntryPoints /> : null}
    </Page>
  )
}
