/** A stretch of a list. `after` is the key of its last item when more follow. */
export type Stretch<Item> = { items: Item[]; after: string | undefined }

/**
 * Cuts a stretch out of a list.
 *
 * @param after key of the item to go on behind
 * @returns undefined when no item has that key
 */
export function cutStretch<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => string,
  limit: number,
  after?: string,
): Stretch<Item> | undefined {
  const before = after === undefined ? -1 : list.findIndex((item) => keyOf(item) === after)
  if (after !== undefined && before < 0) return undefined
  const items = list.slice(before + 1, before + 1 + limit)
  const last = items.at(-1)
  const isMore = before + 1 + items.length < list.length
  return { items, after: isMore && last !== undefined ? keyOf(last) : undefined }
}

/** Cursors look opaque, so that nobody builds their own. */
export const writeCursor = (key: string) => Buffer.from(key).toString('base64url')
export const readCursor = (cursor: string) => Buffer.from(cursor, 'base64url').toString()
