import { findMunicipalitiesOn } from '#modules/registry.server'
import { findStrategies } from '#modules/strategy.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { ListedPage } from '#platform/ui/sitemap.ts'
import { findLastChange } from '#platform/write/data-version.server.ts'
import { modules } from './modules.server.ts'

/** Pages that search engines are told of: those of the country, and all of each municipality that has published. */
export async function findListedPages(tx: DatabaseTransaction): Promise<ListedPage[]> {
  const published = new Set((await findStrategies(tx)).map(({ municipalityId }) => municipalityId))
  const pages: ListedPage[] = [
    { address: '/' },
    ...modules.flatMap(({ publicPages }) => publicPages?.country ?? []).map((address) => ({ address })),
  ]
  for (const { id, slug, isGenerated } of await findMunicipalitiesOn(tx, municipalDay())) {
    if (isGenerated || !published.has(id)) continue
    const last = await findLastChange(tx, id)
    const changed = last && municipalDay(last)
    for (const { menu = [], publicPages } of modules) {
      const more = (await publicPages?.municipality?.(tx, id)) ?? []
      const addresses = [...menu.map(({ address }) => address), ...more]
      pages.push(...addresses.map((address) => ({ address: `/${slug}${address}`, changed })))
    }
  }
  return pages
}
