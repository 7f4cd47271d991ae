import type { Responses } from '../data/responses.ts'
import type { Item } from '../models/item.ts'

/** Refuses items that do not fit the answers. */
export function checkItems(caller: string, data: Responses, items: readonly Item[]): void {
  if (items.length !== data.items) {
    throw new RangeError(`${caller}: ${items.length} items for answers to ${data.items}`)
  }
  for (const [item, { intercepts }] of items.entries()) {
    if (intercepts.length !== data.highest[item]!) {
      throw new RangeError(
        `${caller}: item ${item} has ${intercepts.length} intercepts, not ${data.highest[item]}`,
      )
    }
  }
}
