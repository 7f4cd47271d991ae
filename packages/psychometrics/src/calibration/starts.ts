import { difficultyOf, type Item } from '../models/item.ts'

/**
 * Starting intercepts from the shares of the categories among those who answered.
 *
 * @param counts per category 0…highest the number of answers
 * @param kind see `Item`
 */
function startIntercepts(counts: readonly number[], kind: Item['kind']): number[] {
  const smooth = counts.map((count) => count + 0.5)
  if (kind === 'partialCredit') return smooth.slice(1).map((count) => 1.2 * Math.log(count / smooth[0]!))
  const total = smooth.reduce((sum, count) => sum + count, 0)
  let above = total
  return smooth.slice(1).map((_, at) => {
    above -= smooth[at]!
    return 1.2 * Math.log(above / (total - above))
  })
}

/** Where a scale lies: the mean difficulty of known items, and the slope of a usual item on it. */
export type ItemScale = { readonly centre: number; readonly slope: number }

/** The scale on which estimation starts: that of the known items, or logits around 0. */
export function scaleOf(known: Iterable<Item>): ItemScale {
  const telling = [...known].filter(({ slope }) => slope !== 0)
  if (telling.length === 0) return { centre: 0, slope: 1 }
  const meanOf = (value: (item: Item) => number) =>
    telling.reduce((sum, item) => sum + value(item), 0) / telling.length
  return { centre: meanOf(difficultyOf), slope: meanOf(({ slope }) => Math.abs(slope)) }
}

/** An item of usual slope that persons at the centre of the scale answer as the shares of the categories tell. */
export function startItem(counts: readonly number[], kind: Item['kind'], { centre, slope }: ItemScale): Item {
  const intercepts = startIntercepts(counts, kind).map((each, at) => {
    return each - slope * centre * (kind === 'graded' ? 1 : at + 1)
  })
  return { kind, slope, intercepts }
}
