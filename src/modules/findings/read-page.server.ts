import type { TextKey } from '#platform/texts/text.ts'
import type { Choice, Family, PageLink, Reading } from './family.ts'
import type { FindingFilter } from './filter.ts'
import type { GatheredFinding } from './gather.ts'
import { countKept, findFacetCodes, findKept, findPlace } from './kept-store.server.ts'
import type { StateCounts } from './life.ts'
import { countStates } from './life-store.server.ts'
import type { RuleCount } from './model.ts'

/** How many findings a page shows. */
const SHOWN = 40
/** A list of more things to choose from is no help; then the code is typed. */
const MOST_CHOICES = 300

/** What a reader can choose findings by; `choices` are null where there are too many to list. */
export type OfferedFacet = { name: string; label: TextKey; isFeminine: boolean; choices: Choice[] | null }

/** A page of findings, with what can be said of all of them. */
export type FindingsPage = {
  /** All findings, counted by rule. */
  all: RuleCount[]
  /** Those that answer the filter. */
  found: RuleCount[]
  findings: GatheredFinding[]
  /** How many there are in each state, those closed by the data included. */
  states: StateCounts
  facets: OfferedFacet[]
  more: PageLink[]
  page: number
  pages: number
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
  asked: { page: number; at: string | null },
): Promise<FindingsPage | undefined> {
  const { tx, municipalityId } = reading
  if (!(await isAnythingThere(reading, families))) return undefined
  const found = await countKept(tx, municipalityId, filter)
  const count = found.reduce((sum, one) => sum + one.count, 0)
  const pages = Math.max(1, Math.ceil(count / SHOWN))
  const place = asked.at === null ? undefined : await findPlace(tx, municipalityId, asked.at, filter)
  const page = Math.min(place === undefined ? asked.page : Math.floor(place / SHOWN) + 1, pages)
  const more: PageLink[] = []
  for (const family of families) more.push(...(await family.more(reading)))
  return {
    all: await countKept(tx, municipalityId),
    found,
    findings: await findKept(tx, municipalityId, families, filter, { from: (page - 1) * SHOWN, most: SHOWN }),
    states: await countStates(tx, municipalityId),
    facets: await offerFacets(reading, families),
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
async function offerFacets(reading: Reading, families: readonly Family[]): Promise<OfferedFacet[]> {
  const codes = await findFacetCodes(reading.tx, reading.municipalityId)
  const offered: OfferedFacet[] = []
  const facets = families.flatMap((family) => family.facets).sort((a, b) => a.position - b.position)
  for (const { name, label, isFeminine = false, choices } of facets) {
    const found = codes.get(name) ?? new Set()
    const offers =
      found.size > MOST_CHOICES ? null : (await choices(reading)).filter(({ code }) => found.has(code))
    offered.push({ name, label, isFeminine, choices: offers })
  }
  return offered
}
