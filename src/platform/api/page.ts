/** The keys of a stretch of a list. `after` is the last of them when more follow. */
export type Stretch = { keys: string[]; after: string | undefined }

/**
 * Cuts a stretch out of a list by the keys of its items.
 *
 * @param after key of the item to go on behind
 * @returns undefined when no item has that key
 */
export function cutStretch(list: readonly string[], limit: number, after?: string): Stretch | undefined {
  const before = after === undefined ? -1 : list.indexOf(after)
  if (after !== undefined && before < 0) return undefined
  const keys = list.slice(before + 1, before + 1 + limit)
  const isMore = before + 1 + keys.length < list.length
  return { keys, after: isMore ? keys.at(-1) : undefined }
}

/** Cursors look opaque, so that nobody builds their own. */
export const writeCursor = (key: string) => Buffer.from(key).toString('base64url')
export const readCursor = (cursor: string) => Buffer.from(cursor, 'base64url').toString()
