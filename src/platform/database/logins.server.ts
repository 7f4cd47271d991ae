import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Settings } from '../settings.server.ts'
import { OneStatement } from './one-statement.server.ts'
import { PUBLIC_ROLE, WEB_ROLE } from './role-names.ts'
import { DatabaseUnusable } from './unusable.ts'

/** Where a login signs in, and which setting may say so. */
type Login = {
  role: string
  setting: 'DATABASE_WEB_URL' | 'DATABASE_PUBLIC_URL'
  address: string
  /** Given when the password is ours to set. */
  password: string | undefined
}
export type Logins = { members: Login; visitors: Login }

export type ServerSettings = Pick<Settings, 'databaseWebUrl' | 'databasePublicUrl'> & { databaseUrl: string }

/** The logins that serve, each at the address of its setting or, without one, at one derived from the owner's. */
export function loginsOf({ databaseUrl, databaseWebUrl, databasePublicUrl }: ServerSettings): Logins {
  return {
    members: login(WEB_ROLE, 'DATABASE_WEB_URL', databaseWebUrl, databaseUrl),
    visitors: login(PUBLIC_ROLE, 'DATABASE_PUBLIC_URL', databasePublicUrl, databaseUrl),
  }
}

function login(role: string, setting: Login['setting'], given: string | undefined, owner: string): Login {
  if (given !== undefined) return { role, setting, address: given, password: undefined }
  const password = derivePassword(owner, role)
  const address = new URL(owner)
  address.username = role
  address.password = password ?? ''
  return { role, setting, address: address.href, password }
}

/**
 * A login's password, which follows from the owner's: every process and every database of one owner come
 * to the same without telling each other. Undefined when the owner signs in without a password.
 */
function derivePassword(ownerAddress: string, role: string): string | undefined {
  const { user, password } = new OneStatement({ connectionString: ownerAddress })
  if (!password) return undefined
  return createHmac('sha256', password).update(`izaugsme ${user} ${role}`).digest('base64url')
}

/**
 * Makes sure that both logins can sign in, setting their derived passwords when they cannot.
 *
 * @throws DatabaseUnusable naming the login and the setting that can give another address
 */
export async function prepareLogins(owner: QueryExecutorProvider, logins: Logins) {
  for (const one of Object.values(logins)) {
    if (await signsIn(one)) continue
    if (one.password !== undefined) {
      const verifier = verifierOf(one.password)
      // Another owner's login is not ours to change, and then cannot sign in either.
      await sql`alter role ${sql.id(one.role)} password ${sql.lit(verifier)}`
        .execute(owner)
        .catch(ignoreNoRight)
      if (await signsIn(one)) continue
    }
    throw new DatabaseUnusable('platform.database.login', { login: one.role, setting: one.setting })
  }
}

function ignoreNoRight(error: { code?: string }) {
  if (error.code !== '42501') throw error
}

async function signsIn({ role, address }: Login): Promise<boolean> {
  const client = new OneStatement({ connectionString: address })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select session_user as name')
    return rows[0]?.name === role
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const ITERATIONS = 4096

/**
 * What the server keeps of a password (RFC 5803). It is worked out here, so that the password itself stands
 * in no statement and hence in no log of the server.
 */
function verifierOf(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  const server = key('Server Key').toString('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`
}
