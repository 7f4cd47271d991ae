import { findMunicipalityNames } from '#modules/registry.server'
import { findSourceTitles } from '#modules/sources.server'
import type { FileFacts } from '#platform/api/about-rows.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findCurrentStrategy, findStrategyByKey } from '../store.server.ts'

type Of = { tx: DatabaseTransaction; path: Readonly<Record<string, string>> }

/** Address of the pages of a plan: those of the current one are its municipality’s. */
export async function planHome({ tx, path }: Of): Promise<{ home: string; place: string }> {
  const summary = await findStrategyByKey(tx, path.id ?? '')
  if (!summary) return { home: '', place: '' }
  const { municipalityId, key } = summary
  const place = `/${(await findMunicipalityNames(tx)).get(municipalityId) ?? ''}`
  const current = await findCurrentStrategy(tx, municipalityId)
  return { home: current?.key === key ? place : `${place}/plani/${key}`, place }
}

/**
 * What a table of a plan says of where its rows come from.
 *
 * @param pageOf the page of an item, below the address of the plan
 */
export const planFile =
  <Item>(pageOf: (item: Item) => string) =>
  async (asked: Of): Promise<FileFacts<Item>> => {
    const summary = await findStrategyByKey(asked.tx, asked.path.id ?? '')
    if (!summary) return {}
    const { home } = await planHome(asked)
    return {
      sources: await findSourceTitles(asked.tx, summary.municipalityId, summary.key),
      pageOf: (item) => `${home}${pageOf(item)}`,
    }
  }
