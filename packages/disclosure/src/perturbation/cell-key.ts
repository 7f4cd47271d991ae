import { type NoiseTable, noiseRowOf } from './noise-table.ts'

const KEYS = 2 ** 32

/**
 * Record keys from a secret: the first 32 bits of HMAC-SHA-256 of each record's identifier. The same secret gives
 * the same keys everywhere, and without it they cannot be told from chance.
 *
 * @param secret at least 16 bytes, kept on the server
 * @param records identifiers that stay the same over editions
 * @returns one key a record
 * @throws RangeError when the secret is shorter
 */
export async function deriveRecordKeys(
  secret: Uint8Array<ArrayBuffer>,
  records: readonly string[],
): Promise<Uint32Array> {
  if (secret.length < 16)
    throw new RangeError(`deriveRecordKeys: the secret has ${secret.length} bytes, not 16`)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign'])
  const encoder = new TextEncoder()
  const signed = records.map((record) => crypto.subtle.sign('HMAC', key, encoder.encode(record)))
  return Uint32Array.from(await Promise.all(signed), (bytes) => new DataView(bytes).getUint32(0))
}

/** The key of a cell: the keys of its records summed modulo 2³². The same records always give the same key. */
export function sumKeys(recordKeys: Uint32Array, records: Iterable<number>): number {
  let sum = 0
  for (const record of records) {
    const key = recordKeys[record]
    if (key === undefined) throw new RangeError(`sumKeys: there is no record ${record}`)
    sum = (sum + key) % KEYS
  }
  return sum
}

/**
 * A count with the noise that its cell key picks from the table: the same cell always gets the same answer.
 *
 * @param count whole number, at least 0
 * @param key from `sumKeys`
 * @throws RangeError when the count or the key is impossible
 */
export function perturbCount(table: NoiseTable, count: number, key: number): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`perturbCount: count ${count}`)
  if (!Number.isInteger(key) || key < 0 || key >= KEYS) throw new RangeError(`perturbCount: key ${key}`)
  const row = noiseRowOf(table, count)
  // Any sum of a cell's keys is as likely as another; scrambling keeps neighbouring sums from alike noise.
  const draw = scramble(key) / KEYS
  let cumulative = 0
  for (let n = 0; n < row.changes.length; n++) {
    cumulative += row.probabilities[n]!
    if (draw < cumulative) return count + row.changes[n]!
  }
  return count + row.changes.at(-1)!
}

/** A bijection of 32-bit numbers (finaliser of MurmurHash3), so that uniform keys stay uniform. */
function scramble(key: number): number {
  let mixed = key >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
