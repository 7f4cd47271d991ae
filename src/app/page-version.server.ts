import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { DataVersions } from '#platform/http/data-versions.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { THE_PUBLIC } from '#platform/users.ts'

/**
 * Tells which version of the data an address shows: that of its municipality, or of all when it spans
 * several. Pages of one municipality stay fresh in the cache while another one writes. Which municipalities and
 * institutions exist depends on the day, so pages are made anew each day.
 */
export async function createVersionOf(db: Database, versions: DataVersions) {
  let known = { at: '', ids: new Map<string, string>() }
  const refresh = async () => {
    known = { at: versions.ofCountry, ids: await readAs(db, THE_PUBLIC, findMunicipalitySlugs) }
  }
  await refresh()
  return async (pathname: string): Promise<string> => {
    if (known.at !== versions.ofCountry) await refresh()
    const [first, second] = pathname.slice(1).split('/')
    const id = known.ids.get((first === 'en' ? second : first) ?? '')
    return `${municipalDay()}.${id ? `${versions.ofCountry}.${versions.of(id)}` : versions.ofAll}`
  }
}
