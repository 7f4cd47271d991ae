/** Comparing with more keys than this, or with longer ones, would take longer than looking. */
const MOST_KEYS = 5000
const LONGEST = 60

/**
 * The key that a person most likely meant: the same but for capitals, marks on letters and what stands
 * between them, or one or two letters away. Undefined when none is near, or two are equally near.
 *
 * @param limit how many letters away at most; shorter keys are nearer to one another
 */
export function findNearest(
  wanted: string,
  known: ReadonlySet<string>,
  limit = limitOf(wanted),
): string | undefined {
  if (known.size > MOST_KEYS) return undefined
  const folded = fold(wanted)
  const alike = [...known].filter((key) => fold(key) === folded)
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined
  let nearest: string | undefined
  let least = limit + 1
  for (const key of limit === 0 ? [] : known) {
    if (Math.abs(key.length - wanted.length) > limit) continue
    const distance = editDistance(wanted, key)
    if (distance < least) [nearest, least] = [key, distance]
    else if (distance === least) nearest = undefined
  }
  return nearest
}

const limitOf = ({ length }: string) => (length < 4 || length > LONGEST ? 0 : length < 8 ? 1 : 2)

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Letters to change, add, take away or swap with their neighbour until one text is the other. */
function editDistance(one: string, other: string): number {
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = previous
    previous = current
  }
  return previous.at(-1) ?? 0
}
