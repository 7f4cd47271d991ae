/** What a respondent belongs to: a stratum, a cluster, a category. Numbers and their words are the same. */
export type Label = string | number

/** Labels as numbers 0, 1, … in the order in which they first appear. */
export type Codes = { codes: Int32Array; names: string[] }

/**
 * Numbers labels, so that sums by label are sums by array index.
 *
 * @throws RangeError when a label is missing: neither a string nor a finite number
 */
export function encode(caller: string, kind: string, labels: ArrayLike<Label>): Codes {
  const missing = Array.from(labels).findIndex(
    (label) => typeof label !== 'string' && !Number.isFinite(label),
  )
  if (missing !== -1) throw new RangeError(`${caller}: ${kind} ${labels[missing]} at ${missing} is no label`)
  return numbered(labels)
}

function numbered(labels: ArrayLike<Label>): Codes {
  const numbers = new Map<string, number>()
  const codes = Int32Array.from(labels, (label) => {
    const name = String(label)
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  })
  return { codes, names: [...numbers.keys()] }
}

/** Numbers pairs of labels: a cluster is another one in another stratum. */
export function encodePairs(outer: Int32Array, inner: Int32Array): Codes {
  return numbered(Array.from(outer, (code, i) => `${code} ${inner[i]}`))
}

/** Σ values of each code. */
export function sumsByCode({ codes, names }: Codes, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(names.length)
  codes.forEach((code, i) => {
    sums[code]! += values[i]!
  })
  return sums
}

/** How many respondents have each code. */
export function countsByCode({ codes, names }: Codes): Int32Array {
  const counts = new Int32Array(names.length)
  for (const code of codes) counts[code]! += 1
  return counts
}

/** The first place at which each code stands. */
export function firstPlaces({ codes, names }: Codes): Int32Array {
  const places = new Int32Array(names.length).fill(-1)
  codes.forEach((code, i) => {
    if (places[code] === -1) places[code] = i
  })
  return places
}
