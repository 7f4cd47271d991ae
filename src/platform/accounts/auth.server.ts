import type { BetterAuthOptions } from 'better-auth'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { CamelCasePlugin } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from '../database/types.server.ts'
import type { OidcSettings } from '../settings.server.ts'
import { accountsOnly } from './dialect.server.ts'
import { hashingTokens } from './hashed-tokens.server.ts'
import type { AccountKeys } from './keys.server.ts'
import { PASSWORD_LENGTH } from './password-rules.ts'
import { hashPassword, isPassword } from './passwords.server.ts'

/** A session ends after a working day, whatever is done in it. */
export const SESSION_SECONDS = 8 * 60 * 60
/** Name of the provider in addresses and in the database. */
export const PROVIDER = 'oidc'
/** Where the provider sends people back to. */
export const PROVIDER_PATH = '/pieslegties/oidc'
export const COOKIE_PREFIX = 'izaugsme'
/** Header in which the address of who asks is handed to the library; nothing from outside reaches it. */
export const CLIENT_ADDRESS = 'x-client-address'

export type AuthSettings = { address: string | undefined; oidc: OidcSettings | undefined }

/**
 * The library that keeps sessions, second factors and the conversation with a provider. It answers no address of
 * its own: pages ask it by functions, after the limits that are ours.
 */
export async function createAuth(db: Database, keys: AccountKeys, { address, oidc }: AuthSettings) {
  // Loaded when somebody first signs in: a server without accounts starts without it.
  const [{ betterAuth }, { getAdapter }, { twoFactor }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/db/adapter'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/generic-oauth'),
  ])
  const own = accountsOnly(db).withPlugin(new CamelCasePlugin())
  const options = {
    baseURL: address ?? 'http://localhost',
    basePath: '/pieslegties/api',
    secret: keys.signing,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => console.error(`accounts: ${level}: ${message}`) },
    user: { modelName: 'user_account' },
    session: {
      modelName: 'user_session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'credential',
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: address?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    plugins: [
      twoFactor({ issuer: 'Izaugsme', allowPasswordless: true }),
      genericOAuth({ config: oidc ? [providerOf(oidc, address)] : [] }),
    ],
  } satisfies BetterAuthOptions
  const plain = await getAdapter({ ...options, database: { db: own, type: 'postgres', transaction: true } })
  return betterAuth({ ...options, database: () => hashingTokens(plain) })
}

/** Whether the provider that answers at the address of the settings calls itself by that address. */
export async function isProviderAsSet(auth: Auth, { issuer }: OidcSettings): Promise<boolean> {
  const { socialProviders } = await auth.$context
  const found = socialProviders.find(({ id }) => id === PROVIDER)?.issuer
  return found !== undefined && withoutSlash(found) === withoutSlash(issuer)
}
const withoutSlash = (address: string) => address.replace(/\/$/, '')

export type Auth = Awaited<ReturnType<typeof createAuth>>

const providerOf = (
  { issuer, clientId, clientSecret }: OidcSettings,
  address: string | undefined,
): GenericOAuthConfig => ({
  providerId: PROVIDER,
  discoveryUrl: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes: ['openid', 'profile', 'email'],
  pkce: true,
  disableSignUp: true,
  redirectURI: `${address ?? 'http://localhost'}${PROVIDER_PATH}`,
  // Nobody is known by a word that is not signed, or that was signed for somebody else.
  requireIdTokenVerification: true,
  accountSubject: ({ tokens, profile }) => (tokens.idToken ? (profile.sub ?? '') : ''),
  // Some providers say nothing of their addresses, which are their own; one that says no is believed.
  mapProfileToUser: ({ email_verified: said }) => ({ emailVerified: said !== false && said !== 'false' }),
})
