import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './http/access-log.server.ts'
import { MailAddress } from './mail/letter.ts'

const serverAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional()

/** Words of the operator that stand on pages: one line, not too long. */
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `must be ${most} characters at most`)
    .regex(/^[^\p{Cc}<>]*$/u, 'must be one line without < and >')
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
  IZAUGSME_BACKUP: z.enum(['upgrade', 'none']).default('upgrade'),
  IZAUGSME_PERSONS: z.enum(['allow', 'refuse']).default('refuse'),
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
  IZAUGSME_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  IZAUGSME_OIDC_CLIENT_ID: z.string().min(1).optional(),
  IZAUGSME_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  IZAUGSME_OIDC_NAME: z.string().min(1).max(60).optional(),
  IZAUGSME_LOG: z.enum(LOG_LEVELS).default('posts'),
  IZAUGSME_SMTP: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'must be an address such as smtps://user:password@mail.example.lv')
    .optional(),
  IZAUGSME_MAIL_FROM: z
    .string()
    .transform(readSender)
    .refine((sender) => sender !== undefined, 'must be an address of e-mail, or Name <address>')
    .optional(),
  IZAUGSME_OPERATOR: oneLine(200),
  IZAUGSME_CONTACT: z
    .string()
    .refine((text) => MailAddress.safeParse(text).success, 'must be an address of e-mail')
    .optional(),
  IZAUGSME_POSTAL_ADDRESS: oneLine(300),
  IZAUGSME_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  IZAUGSME_GALLERY: z.enum(['show', 'none']).default('none'),
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
  /** Whether the database is saved before a new version changes it. */
  backup: 'upgrade' | 'none'
  /** Whether data of real persons may be kept in the embedded database. */
  persons: 'allow' | 'refuse'
  /** Where the public finds this installation: `https://izaugsme.example.lv`. Undefined while nobody has said. */
  address: string | undefined
  /** Addresses and networks of the proxies whose word about visitors is believed. */
  proxies: readonly string[]
  /** The provider by which people may sign in besides; its return address hangs on `address`. */
  oidc: OidcSettings | undefined
  /** What is written of requests. */
  log: LogLevel
  /** The server of mail, with name and password where it wants them; without it letters are files in `var/mail`. */
  smtp: string | undefined
  /** Whom letters come from. */
  mailFrom: Sender | undefined
  /** Who runs this installation, as pages say it. */
  operator: string | undefined
  /** Address of e-mail of whoever answers for it, as pages say it. */
  contact: string | undefined
  /** Where letters on paper reach the operator. */
  postalAddress: string | undefined
  /** Who shows it may read `/metrics` from anywhere; without it only this machine may. */
  metricsToken: string | undefined
  /** Whether `/veidne` shows the parts that pages are made of, for those who change them. */
  hasGallery: boolean
}

type Sender = { name: string; address: string }

function readSender(text: string): Sender | undefined {
  const [, name = '', inBrackets] = /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? []
  const address = MailAddress.safeParse(inBrackets ?? text.trim())
  return address.success ? { name: name.trim() || 'Izaugsme', address: address.data } : undefined
}

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

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
  const given = parsed.data
  const oidc = oidcOf(given)
  return {
    port: given.PORT,
    host: given.HOST,
    databaseUrl: given.DATABASE_URL,
    databaseWebUrl: given.DATABASE_WEB_URL,
    databasePublicUrl: given.DATABASE_PUBLIC_URL,
    dataFolder: resolve(given.IZAUGSME_DATA),
    demo: given.IZAUGSME_DEMO,
    secret: given.IZAUGSME_SECRET,
    backup: given.IZAUGSME_BACKUP,
    persons: given.IZAUGSME_PERSONS,
    address: given.IZAUGSME_ADDRESS,
    proxies: given.IZAUGSME_PROXY,
    oidc,
    log: given.IZAUGSME_LOG,
    smtp: given.IZAUGSME_SMTP,
    mailFrom: given.IZAUGSME_MAIL_FROM,
    operator: given.IZAUGSME_OPERATOR,
    contact: given.IZAUGSME_CONTACT,
    postalAddress: given.IZAUGSME_POSTAL_ADDRESS,
    metricsToken: given.IZAUGSME_METRICS_TOKEN,
    hasGallery: given.IZAUGSME_GALLERY === 'show',
  }
}

/** All of it or nothing; a name goes without saying. */
function oidcOf(given: z.infer<typeof Settings>): OidcSettings | undefined {
  const { IZAUGSME_OIDC_ISSUER: issuer, IZAUGSME_OIDC_CLIENT_ID: clientId } = given
  const { IZAUGSME_OIDC_CLIENT_SECRET: clientSecret, IZAUGSME_OIDC_NAME: name } = given
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new WrongSettings([
      'IZAUGSME_OIDC_ISSUER, IZAUGSME_OIDC_CLIENT_ID, IZAUGSME_OIDC_CLIENT_SECRET: must be given together',
    ])
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).hostname }
}
