import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../settings.server.ts'

/** What accounts are kept with. Whoever has the database alone can make neither a session nor a code of it. */
export type AccountKeys = {
  /** Signs cookies and encrypts the secrets of second factors. */
  signing: string
  /** Names persons and addresses in counts and in the security log. */
  naming: Buffer
}

/**
 * The keys, from the secret of the settings (`IZAUGSME_SECRET`). Without one they follow from a file beside the
 * data, made at the first start; several processes on one server of PostgreSQL need the setting.
 */
export async function findAccountKeys({
  secret,
  dataFolder,
}: Pick<Settings, 'secret' | 'dataFolder'>): Promise<AccountKeys> {
  return keysOf(secret ?? (await secretBeside(dataFolder)))
}

export function keysOf(secret: string): AccountKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `izaugsme ${purpose}`, 32))
  return {
    signing: derive('accounts signing').toString('base64url'),
    naming: derive('accounts naming'),
  }
}

async function secretBeside(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'accounts.key')
  await mkdir(dataFolder, { recursive: true })
  // Whoever comes first writes it; the others read what is there.
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return (await readFile(file, 'utf8')).trim()
}

/** A name that stands for an address of e-mail or of the network, and tells nothing without the key. */
export const nameOf = ({ naming }: AccountKeys, kind: 'email' | 'address' | 'code', what: string) =>
  createHmac('sha256', naming).update(`${kind} ${what}`).digest('base64url')

/** What is kept of a token that only its holder has. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A token that nobody guesses. */
export const newToken = () => randomBytes(32).toString('base64url')
