import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keys for what must not be read by whoever gets hold of the database alone. */
export type Secrets = { readonly encryption: Buffer; readonly pseudonyms: Buffer }

/** Keys derived from a secret of the settings: the same secret, the same keys. */
export function secretsOf(secret: string): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `izaugsme ${purpose}`, 32))
  return { encryption: derive('encryption'), pseudonyms: derive('pseudonyms') }
}

/** Tells two secrets apart without telling anything of either. */
export const secretMarkOf = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'izaugsme mark', 8)).toString('hex')

/**
 * A name that stands for a direct identifier: the same for the same identifier, and without the key it tells
 * nothing of it.
 */
export function pseudonymOf({ pseudonyms }: Secrets, identifier: string): string {
  return createHmac('sha256', pseudonyms).update(identifier.normalize('NFC')).digest('base64url')
}

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a text (AES-256-GCM).
 *
 * @param place where the text is kept, as row and column: elsewhere it cannot be read, so that nobody moves it
 */
export function encrypt({ encryption }: Secrets, text: string, place: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', encryption, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/**
 * Reads what `encrypt` wrote.
 *
 * @throws Error with another key, in another place, or when the text was altered
 */
export function decrypt({ encryption }: Secrets, encrypted: string, place: string): string {
  const [version, content = ''] = encrypted.split('.')
  if (version !== VERSION) throw new Error(`decrypt: unknown version ${version}`)
  const bytes = Buffer.from(content, 'base64url')
  const iv = bytes.subarray(0, IV_BYTES)
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', encryption, iv).setAAD(Buffer.from(place)).setAuthTag(tag)
  return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
