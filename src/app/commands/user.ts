import { findMunicipality } from '#modules/registry.server'
import { findAccountByEmail } from '#platform/accounts/accounts-store.server.ts'
import { endAccount, invite, listAccounts, recover } from '#platform/accounts/administer.service.server.ts'
import { type AccountDesk, findPlaces } from '#platform/accounts/desk.server.ts'
import { findPlacesOfAccount } from '#platform/accounts/holders-store.server.ts'
import type { MailedLink } from '#platform/accounts/links.service.server.ts'
import { beginAsAccounts, readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { createPost } from '#platform/mail/create-post.server.ts'
import { MailAddress } from '#platform/mail/letter.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operatorOf, scopeOf } from '#platform/rights/place-of.server.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { createAccountDesk } from '../accounts/create-desk.server.ts'
import { CODES } from '../accounts/parts/codes.ts'
import type { Command, Place, Speaking } from './command.ts'

type Desk = Place & Speaking
/** Stands for the whole country, as in the journal. */
const THE_COUNTRY = 'latvija'

async function placeOf(db: Database, slug: string): Promise<string> {
  if (slug === THE_COUNTRY) return COUNTRY
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  return municipality?.id ?? refuse(404, 'work.messages.nowhere')
}

const withAccounts = (desk: Desk, work: (accounts: AccountDesk) => Promise<number>) =>
  desk.withDatabase(async ({ db }) =>
    work(await createAccountDesk(db, desk.settings, createPost(desk.settings))),
  )

function tellLink({ tell, complain, text }: Desk, sent: Partial<MailedLink> | undefined) {
  if (sent?.link !== undefined) tell(text('app.accounts.cli.link', { link: sent.link }))
  if (sent?.isSent === false) complain(text('app.accounts.cli.notSent'))
}

const findKnown = (accounts: AccountDesk, email: string) =>
  beginAsAccounts(accounts.db, (tx) => findAccountByEmail(tx, email))

export const listUsers: Command = {
  summary: 'app.accounts.cli.list',
  help: 'app.accounts.cli.list.help',
  operands: ['app.cli.municipality'],
  run: ([slug = ''], desk) =>
    withAccounts(desk, async (accounts) => {
      const { text, tell } = desk
      const municipalityId = await placeOf(accounts.db, slug)
      const found = await listAccounts(accounts, operatorOf(municipalityId), municipalityId)
      if (found.length === 0) tell(text('app.accounts.cli.list.none'))
      for (const { email, name, state, hasCodes } of found) {
        const codes = text(CODES[`${hasCodes}`])
        const said = { email, name, state: text(`app.accounts.state.${state}`), codes }
        tell(text('app.accounts.cli.list.line', said))
      }
      return 0
    }),
}

export const inviteUser: Command = {
  summary: 'app.accounts.cli.invite',
  help: 'app.accounts.cli.invite.help',
  operands: ['app.cli.municipality', 'app.accounts.cli.email', 'app.accounts.cli.name'],
  options: ['role', 'institution'],
  run: ([slug = '', email = '', name = ''], desk, options) =>
    withAccounts(desk, async (accounts) => {
      const { text, tell, complain, language } = desk
      if (!MailAddress.safeParse(email).success) {
        complain(text('app.accounts.cli.email.wrong', { found: email }))
        return 1
      }
      if (options.role !== undefined && !isRole(options.role)) return complainOfRole(desk, options.role)
      const municipalityId = await placeOf(accounts.db, slug)
      const administrator = { user: operatorOf(municipalityId), asker: undefined }
      const invited = await invite(accounts, administrator, { municipalityId, name, email, language })
      if ('problem' in invited) {
        complain(text('app.accounts.invite.known'))
        return 1
      }
      tell(text('app.accounts.cli.invite.done', { email }))
      tellLink(desk, invited)
      if (options.role === undefined) return 0
      return give(desk, accounts, { municipalityId, email, role: options.role, ...institutionIn(options) })
    }),
}

export const giveUserRole: Command = {
  summary: 'app.accounts.cli.role.do',
  help: 'app.accounts.cli.role.help',
  operands: ['app.cli.municipality', 'app.accounts.cli.email', 'app.accounts.cli.role'],
  options: ['institution'],
  run: ([slug = '', email = '', role = ''], desk, options) =>
    withAccounts(desk, async (accounts) => {
      if (!isRole(role)) return complainOfRole(desk, role)
      const municipalityId = await placeOf(accounts.db, slug)
      return give(desk, accounts, { municipalityId, email, role, ...institutionIn(options) })
    }),
}

const institutionIn = ({ institution }: { institution?: string | undefined }) =>
  institution === undefined ? {} : { institution }

const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)

function complainOfRole({ complain, text }: Desk, found: string) {
  complain(text('app.accounts.cli.role.unknown', { found, roles: Object.keys(ROLES).join(', ') }))
  return 1
}

type Gift = { municipalityId: string; email: string; role: Role; institution?: string }

async function give(
  { text, tell, complain }: Desk,
  accounts: AccountDesk,
  { municipalityId, email, role, institution }: Gift,
) {
  const account = await findKnown(accounts, email)
  if (!account) {
    complain(text('app.accounts.cli.unknown', { email }))
    return 1
  }
  const ofMunicipality = scopeOf(municipalityId)
  const scope: Scope =
    institution === undefined ? ofMunicipality : { kind: 'institution', municipalityId, id: institution }
  const entry = { accountId: account.id, role, scope, validFrom: municipalDay(), validTo: null }
  const given = await giveRole(accounts.db, operatorOf(municipalityId), entry)
  if ('problem' in given) {
    complain(text(given.problem))
    return 1
  }
  tell(text('app.accounts.cli.role.done', { role: text(`platform.role.${role}`), email }))
  return 0
}

export const recoverUser: Command = {
  summary: 'app.accounts.cli.recover',
  help: 'app.accounts.cli.recover.help',
  operands: ['app.accounts.cli.email'],
  run: ([email = ''], desk) =>
    withAccounts(desk, async (accounts) => {
      const { text, tell } = desk
      const places = await placesOf(accounts, desk, email)
      const [municipalityId] = places?.ids ?? []
      if (!places || municipalityId === undefined) return 1
      // At the machine itself, over each place in which the account works, and over the country.
      const grants = [operator(), operator(...places.ids)].flatMap((one) => one.grants)
      const administrator = { user: { ...operator(), grants }, asker: undefined }
      const why = text('app.accounts.cli.recover.why')
      const asked = { municipalityId, accountId: places.accountId, why }
      const sent = await recover(accounts, administrator, asked)
      tell(text('app.accounts.cli.recover.done', { email }))
      tellLink(desk, sent)
      return 0
    }),
}

export const endUser: Command = {
  summary: 'app.accounts.cli.end',
  help: 'app.accounts.cli.end.help',
  operands: ['app.accounts.cli.email'],
  run: ([email = ''], desk) =>
    withAccounts(desk, async (accounts) => {
      const { text, tell } = desk
      const places = await placesOf(accounts, desk, email)
      if (!places) return 1
      for (const municipalityId of places.ids) {
        const administrator = { user: operatorOf(municipalityId), asker: undefined }
        const why = text('app.accounts.cli.end.why')
        await endAccount(accounts, administrator, { municipalityId, accountId: places.accountId, why })
      }
      tell(text('app.accounts.cli.end.done', { email }))
      return 0
    }),
}

/** Where an account works; undefined, with a word about it, where there is none. */
async function placesOf(accounts: AccountDesk, { complain, text }: Desk, email: string) {
  const account = await findKnown(accounts, email)
  const ids = account
    ? await findPlaces(accounts, account.id, (tx) => findPlacesOfAccount(tx, account.id))
    : []
  if (account && ids.length > 0) return { accountId: account.id, ids }
  complain(text('app.accounts.cli.unknown', { email }))
  return undefined
}
