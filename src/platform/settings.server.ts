import { resolve } from 'node:path'
import { z } from 'zod'

const serverAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional()

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: serverAddress,
  DATABASE_WEB_URL: serverAddress,
  DATABASE_PUBLIC_URL: serverAddress,
  IZAUGSME_DATA: z.string().min(1).default('./var'),
  IZAUGSME_DEMO: z.enum(['liepaja', 'none']).default('liepaja'),
  IZAUGSME_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  IZAUGSME_PERSONS: z.enum(['allow', 'refuse']).default('refuse'),
})

export type Settings = {
  port: number
  host: string
  /** Address of a PostgreSQL server and its owner; without it the embedded database under `dataFolder` serves. */
  databaseUrl: string | undefined
  /** Addresses at which the two logins sign in that serve; without them they follow from the owner's. */
  databaseWebUrl: string | undefined
  databasePublicUrl: string | undefined
  dataFolder: string
  demo: 'liepaja' | 'none'
  /** Secret from which the keys of persons' identifiers are derived; without it there are no real persons. */
  secret: string | undefined
  /** Whether data of real persons may be kept in the embedded database. */
  persons: 'allow' | 'refuse'
}

/**
 * Reads every setting of the product from the environment, the only place they come from.
 *
 * @throws Error naming each variable that is wrong and what it should be
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = Settings.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These environment settings cannot be used:\n${lines.join('\n')}`)
  }
  const given = parsed.data
  return {
    port: given.PORT,
    host: given.HOST,
    databaseUrl: given.DATABASE_URL,
    databaseWebUrl: given.DATABASE_WEB_URL,
    databasePublicUrl: given.DATABASE_PUBLIC_URL,
    dataFolder: resolve(given.IZAUGSME_DATA),
    demo: given.IZAUGSME_DEMO,
    secret: given.IZAUGSME_SECRET,
    persons: given.IZAUGSME_PERSONS,
  }
}
