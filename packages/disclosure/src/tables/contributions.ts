/** What may be said of who contributed to a cell, for dominance and p % rules. */
export type ContributionsInput = {
  /** The largest contributions; need not be sorted or complete. */
  largest?: readonly number[]
  /**
   * Instead of `largest`: all contributions by contributor, units that act together under one name. In the totals each
   * counts with all it has, where `largest` takes the contributions of different cells for different contributors'.
   */
  contributors?: Readonly<Record<string, number>>
}

/** Who contributed how much to a cell, as far as it is known. */
export type Contributions = {
  /** By contributor; in a sum each counts with all it has. */
  named: ReadonlyMap<string, number>
  /** The largest of those whose contributor is not known, in falling order. */
  unnamed: readonly number[]
}

/** How many of the largest contributions to a cell are kept. */
export const KEPT_CONTRIBUTIONS = 5

/**
 * What a cell says of its contributions.
 *
 * @param where the cell, for the message
 * @throws RangeError when one is negative or not finite, they are more than the cell, or they are said in both ways
 */
export function contributionsTo(
  { value, largest, contributors }: ContributionsInput & { value: number },
  where: string,
): Contributions {
  if (largest && contributors) throw new RangeError(`createTable: ${where} has its contributions both ways`)
  const named = new Map(Object.entries(contributors ?? {}))
  const amounts = largest ?? [...named.values()]
  const impossible = amounts.find((amount) => !(Number.isFinite(amount) && amount >= 0))
  if (impossible !== undefined) {
    throw new RangeError(`createTable: ${where} has the contribution ${impossible}`)
  }
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  if (amounts.length > 0 && sum > value + 1e-9 * Math.max(1, Math.abs(value))) {
    throw new RangeError(`createTable: ${where} has contributions of ${sum}, more than ${value}`)
  }
  return { named, unnamed: top(largest ?? []) }
}

/** The contributions to a sum. */
export function sumContributions(parts: readonly Contributions[]): Contributions {
  const named = new Map<string, number>()
  for (const part of parts) {
    for (const [name, amount] of part.named) named.set(name, (named.get(name) ?? 0) + amount)
  }
  return { named, unnamed: top(parts.flatMap(({ unnamed }) => unnamed)) }
}

/** The largest contributions, in falling order. */
export function largestOf({ named, unnamed }: Contributions): number[] {
  return top([...named.values(), ...unnamed])
}

function top(amounts: readonly number[]): number[] {
  return [...amounts].sort((a, b) => b - a).slice(0, KEPT_CONTRIBUTIONS)
}
