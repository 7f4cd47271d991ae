import type { Responses } from '../data/responses.ts'
import type { Item } from './item.ts'

/** Refuses items that do not fit the answers or are no numbers. */
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
  checkNumbers(caller, items)
}

/** Refuses items whose slope or intercepts are no numbers, as those of a calibration that failed. */
export function checkNumbers(caller: string, items: readonly Item[]): void {
  for (const [item, { slope, intercepts }] of items.entries()) {
    if (![slope, ...intercepts].every(Number.isFinite)) {
      throw new RangeError(
        `${caller}: item ${item} has slope ${slope} and intercepts ${intercepts}, not all numbers`,
      )
    }
  }
}

/** Refuses a population without a mean or a spread. */
export function checkPopulation(caller: string, { mean, sd }: { mean: number; sd: number }): void {
  if (!(Number.isFinite(mean) && sd > 0 && sd < Infinity)) {
    throw new RangeError(`${caller}: a population with mean ${mean} and sd ${sd} has no spread`)
  }
}
