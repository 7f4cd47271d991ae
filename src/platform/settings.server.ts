import { resolve } from 'node:path'
import { z } from 'zod'

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  IZAUGSME_DATA: z.string().min(1).default('./var'),
  IZAUGSME_DEMO: z.enum(['liepaja', 'none']).default('liepaja'),
})

export type Settings = {
  port: number
  host: string
  /** Connection string of a PostgreSQL server; without it the embedded database under `dataFolder` serves. */
  databaseUrl: string | undefined
  dataFolder: string
  demo: 'liepaja' | 'none'
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
  const { PORT, HOST, DATABASE_URL, IZAUGSME_DATA, IZAUGSME_DEMO } = parsed.data
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataFolder: resolve(IZAUGSME_DATA),
    demo: IZAUGSME_DEMO,
  }
}
