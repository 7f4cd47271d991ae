import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './http/access-log.server.ts'

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  IZAUGSME_DATA: z.string().min(1).default('./var'),
  IZAUGSME_DEMO: z.enum(['liepaja', 'none']).default('liepaja'),
  IZAUGSME_ADDRESS: z
    .string()
    .refine(isOrigin, 'must be an address such as https://izaugsme.example.lv, without a path')
    .transform((address) => new URL(address).origin)
    .optional(),
  IZAUGSME_PROXY: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (networks) => networks.every(isNetwork),
      'must be addresses or networks such as 10.0.0.0/8, with commas between',
    ),
  IZAUGSME_PERSONS: z.enum(['allow']).optional(),
  IZAUGSME_LOG: z.enum(LOG_LEVELS).default('posts'),
})

export type Settings = {
  port: number
  host: string
  /** Connection string of a PostgreSQL server; without it the embedded database under `dataFolder` serves. */
  databaseUrl: string | undefined
  dataFolder: string
  demo: 'liepaja' | 'none'
  /** Where the public finds this installation: `https://izaugsme.example.lv`. Undefined while nobody has said. */
  address: string | undefined
  /** Addresses and networks of the proxies whose word about visitors is believed. */
  proxies: readonly string[]
  /** Whether personal data are allowed where they would not be otherwise. */
  allowsPersons: boolean
  /** What is written of requests. */
  log: LogLevel
}

/**
 * Whether personal data may be kept. On the embedded database whoever breaks into the process has all of it,
 * so they are kept there only on a machine that nobody else reaches, or when somebody has decided so.
 */
export function mayKeepPersons(
  settings: Pick<Settings, 'databaseUrl' | 'host' | 'address' | 'allowsPersons'>,
) {
  const { databaseUrl, host, address, allowsPersons } = settings
  const isReached = !isLoopback(host) || (address !== undefined && !isLoopback(new URL(address).hostname))
  return databaseUrl !== undefined || allowsPersons || !isReached
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host)

function isOrigin(text: string) {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href
}

function isNetwork(text: string) {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return more.length === 0 && most > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
}

/** Settings that cannot be used, each with what it should be. */
export class WrongSettings extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('; '))
  }
}

/**
 * Reads every setting of the product from the environment, the only place they come from.
 *
 * @throws WrongSettings naming each variable that is wrong and what it should be
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = Settings.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
  if (!parsed.success) {
    throw new WrongSettings(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataFolder: resolve(data.IZAUGSME_DATA),
    demo: data.IZAUGSME_DEMO,
    address: data.IZAUGSME_ADDRESS,
    proxies: data.IZAUGSME_PROXY,
    allowsPersons: data.IZAUGSME_PERSONS === 'allow',
    log: data.IZAUGSME_LOG,
  }
}
