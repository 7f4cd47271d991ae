import { fold } from '#platform/texts/fold.ts'

const LONGEST = 40

/** A key out of a name, as checks write keys: `Skolēni kopā` → `skoleni_kopa`. One that begins otherwise gets an `r`. */
export function madeKey(name: string): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST)
  return /^[a-z]/.test(plain) ? plain : `r_${plain}`.replace(/_+$/, '')
}

/** A key that stands in an address: `Skolēni kopā` → `skoleni-kopa`, with a number where it is taken. */
export function freeAddressKey(name: string, taken: ReadonlySet<string>): string {
  const plain = madeKey(name).replaceAll('_', '-')
  let number = 1
  while (taken.has(number === 1 ? plain : `${plain}-${number}`)) number += 1
  return number === 1 ? plain : `${plain}-${number}`
}
