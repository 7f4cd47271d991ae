import type { AskedValues } from '#platform/asked.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { Choice, Family, PageLink, Reading } from './family.ts'
import { type FindingFilter, readFindingFilter } from './filter.ts'
import type { GatheredFinding } from './gather.ts'
import { countKept, countKeptByFacet, findFacetCodes, findKept, findPlace } from './kept-store.server.ts'
import type { StateCounts } from './life.ts'
import { countStates } from './life-store.server.ts'
import type { RuleCount } from './model.ts'

/** How many findings a page shows: no more than a phone shows in a few screens. */
const SHOWN = 20
/** A list of more things to choose from is no help; then the code is typed. */
const MOST_CHOICES = 300
/** So few choices stand on the page as links; more are chosen in a form. */
const AS_LINKS = 8

/** Something that can be chosen, with how many findings it would leave beside the other parts of the filter. */
export type CountedChoice = Choice & { count: number }

/**
 * What a reader can choose findings by; `choices` are null where there are too many to list. A few have counts, and
 * are chosen by links.
 */
export type OfferedFacet = {
  name: string
  label: TextKey
  isFeminine: boolean
  choices: Choice[] | null
  links: CountedChoice[] | null
}

/** A page of findings, with what can be said of all of them. */
export type FindingsPage = {
  /** All findings, counted by rule. */
  all: RuleCount[]
  /** Those that answer the filter. */
  found: RuleCount[]
  /** Those that would answer it if any weight, or any rule, would do. */
  ofAnyWeight: RuleCount[]
  ofAnyRule: RuleCount[]
  findings: GatheredFinding[]
  /** How many there are in each state, those closed by the data included. */
  states: StateCounts
  facets: OfferedFacet[]
  more: PageLink[]
  page: number
  pages: number
}

/** What an address asks for, and which codes of the facets it names there are. */
export async function readAskedFilter(reading: Reading, families: readonly Family[], asked: AskedValues) {
  const facets: { name: string; codes: string[] }[] = []
  const found = await findFacetCodes(reading.tx, reading.municipalityId)
  for (const { name, choices } of families.flatMap((family) => family.facets)) {
    const codes = asked.text(name) === undefined ? [] : (await choices(reading)).map(({ code }) => code)
    facets.push({ name, codes: [...new Set([...codes, ...(found.get(name) ?? [])])] })
  }
  return readFindingFilter(asked, { families, facets })
}

/**
 * Reads a page of what the data of a place say about themselves;
 * undefined while the reader may see no data.
 *
 * @param asked number of the page, or anchor of a finding on it, if that answers the filter
 */
export async function readFindingsPage(
  reading: Reading,
  families: readonly Family[],
  filter: FindingFilter,
  asked: AskedValues,
): Promise<FindingsPage | undefined> {
  const { tx, municipalityId } = reading
  const count = (some: FindingFilter) => countKept(tx, municipalityId, some)
  if (!(await isAnythingThere(reading, families))) {
    asked.demandPage(1)
    return undefined
  }
  const found = await count(filter)
  const pages = Math.max(1, Math.ceil(found.reduce((sum, one) => sum + one.count, 0) / SHOWN))
  const anchor = asked.text('at')
  const place = anchor === undefined ? undefined : await findPlace(tx, municipalityId, anchor, filter)
  if (anchor !== undefined && place === undefined) asked.complain('at', { words: 'findings.at.gone' })
  asked.demandPage(pages)
  const page = place === undefined ? Math.min(asked.page(), pages) : Math.floor(place / SHOWN) + 1
  const more: PageLink[] = []
  for (const family of families) more.push(...(await family.more(reading)))
  return {
    all: await count({}),
    found,
    ofAnyWeight: await count({ ...filter, severity: undefined }),
    ofAnyRule: await count({ ...filter, code: undefined, family: undefined }),
    findings: await findKept(tx, municipalityId, families, filter, { from: (page - 1) * SHOWN, most: SHOWN }),
    states: await countStates(tx, municipalityId),
    facets: await offerFacets(reading, families, filter),
    more,
    page,
    pages,
  }
}

async function isAnythingThere(reading: Reading, families: readonly Family[]): Promise<boolean> {
  for (const family of families) if (await family.isThere(reading)) return true
  return false
}

/** The facets of all families, each with what any finding belongs to. */
async function offerFacets(
  reading: Reading,
  families: readonly Family[],
  filter: FindingFilter,
): Promise<OfferedFacet[]> {
  const { tx, municipalityId } = reading
  const codes = await findFacetCodes(tx, municipalityId)
  const offered: OfferedFacet[] = []
  const facets = families.flatMap((family) => family.facets).sort((a, b) => a.position - b.position)
  for (const { name, label, isFeminine = false, choices } of facets) {
    const found = codes.get(name) ?? new Set()
    const offers =
      found.size > MOST_CHOICES ? null : (await choices(reading)).filter(({ code }) => found.has(code))
    const isLinked = offers !== null && offers.length > 0 && offers.length <= AS_LINKS
    const others = { ...filter, belongsTo: { ...filter.belongsTo, [name]: undefined } }
    const counts = isLinked ? await countKeptByFacet(tx, municipalityId, name, others) : new Map()
    const links = isLinked ? offers.map((one) => ({ ...one, count: counts.get(one.code) ?? 0 })) : null
    offered.push({ name, label, isFeminine, choices: offers, links })
  }
  return offered
}
