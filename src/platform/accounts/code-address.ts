const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes of a text in letters and digits that people can copy (RFC 4648), without padding. */
export function base32(text: string): string {
  let bits = ''
  for (const byte of new TextEncoder().encode(text)) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** What programs that make codes read out of the picture. */
export function setUpAddress(secret: string, email: string): string {
  const label = encodeURIComponent(`Izaugsme:${email}`)
  const query = new URLSearchParams({ secret, issuer: 'Izaugsme', digits: '6', period: '30' })
  return `otpauth://totp/${label}?${query}`
}

/** The secret in groups of four, as it is read and typed. */
export const inGroups = (secret: string) => (secret.match(/.{1,4}/g) ?? []).join(' ')
