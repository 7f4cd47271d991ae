import { findInstitutions, findMunicipality } from '#modules/registry.server'
import { findDemoAccounts, insertAccount, setPassword } from '#platform/accounts/accounts-store.server.ts'
import type { AccountDesk } from '#platform/accounts/desk.server.ts'
import { inAccountChange, writeAddress, writeHolder } from '#platform/accounts/holders.service.server.ts'
import { hashPassword } from '#platform/accounts/passwords.server.ts'
import { beginAsAccounts, readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { textIn } from '../texts.server.ts'

/** What everybody may know, since nobody but this machine gets in with it. */
export const DEMO_PASSWORD = 'izaugsme-demo'
const DEMO_SLUG = 'liepaja'
const DEMO_PLAN = 'liepaja-2020-2025'
/** Key of the institution whose head and coordinator are among them. */
const DEMO_INSTITUTION = 'lvg'
/** A class and a pupil that are not there: the demonstration has no persons. */
const NOBODY = '00000000-0000-7000-8000-00000000d3a0'

/** Where the accounts of the demonstration work, and whose they are. */
export type DemoAccounts = Pick<Demo, 'municipalityId' | 'plan' | 'institution' | 'accounts'>

const addressOf = (role: Role) => `${role.toLowerCase()}@demo.izaugsme`

/**
 * Makes an account for each role, where the demonstration's data were just loaded into a new database that
 * nobody but this machine reaches.
 */
export async function makeDemoAccounts(desk: AccountDesk): Promise<DemoAccounts | undefined> {
  const municipality = await readAs(desk.db, THE_PUBLIC, (tx) => findMunicipality(tx, DEMO_SLUG))
  if (!desk.hasDemo || !municipality) return undefined
  const municipalityId = municipality.id
  const institutions = await readAs(desk.db, THE_PUBLIC, (tx) => findInstitutions(tx, municipalityId))
  const institution = institutions.find(({ key }) => key === DEMO_INSTITUTION) ?? institutions[0]
  const text = textIn('lv')
  const password = await hashPassword(DEMO_PASSWORD)
  const accounts = (Object.keys(ROLES) as Role[]).map((role) => ({
    role,
    name: text('app.accounts.demo.name', { role: text(`platform.role.${role}`) }),
    email: addressOf(role),
    language: 'lv' as const,
  }))
  const made = await beginAsAccounts(desk.db, async (tx) => {
    const ids: string[] = []
    for (const { name, email, language } of accounts) {
      const id = await insertAccount(tx, { name, email, language, isDemo: true })
      await setPassword(tx, id, password)
      ids.push(id)
    }
    return accounts.map((account, index) => ({ ...account, accountId: ids[index] ?? '' }))
  })
  const maker = operator(municipalityId)
  const what = { municipalityId, action: 'account.invited', subject: 'demo' }
  await inAccountChange(desk.db, maker, what, async (tx, change) => {
    for (const { accountId, name, email, language } of made) {
      await writeHolder(tx, change, { accountId, name, language, endedOn: null, isAccepted: true })
      await writeAddress(tx, change, accountId, email)
    }
  })
  const places = { municipalityId, institutionId: institution?.id ?? NOBODY }
  for (const { accountId, role } of made) {
    const scope = scopeOf(role, places)
    const giver = scope.kind === 'country' ? operator() : maker
    await giveRole(desk.db, giver, { accountId, role, scope, validFrom: municipalDay(), validTo: null })
  }
  const ofRoles = new Map(made.map(({ role, accountId }) => [role, accountId]))
  return { municipalityId, plan: DEMO_PLAN, institution: institution?.key ?? '', accounts: ofRoles }
}

/** As wide as a role is held in the municipality. */
function scopeOf(role: Role, places: { municipalityId: string; institutionId: string }): Scope {
  const levels: readonly Scope['kind'][] = ROLES[role]
  const { municipalityId, institutionId } = places
  if (levels.includes('municipality')) return { kind: 'municipality', municipalityId }
  if (levels.includes('institution')) return { kind: 'institution', municipalityId, id: institutionId }
  if (levels.includes('group')) return { kind: 'group', municipalityId, id: NOBODY }
  return levels.includes('person') ? { kind: 'person', municipalityId, id: NOBODY } : { kind: 'country' }
}

/** What is printed at the start of a server that has accounts of the demonstration; nothing elsewhere. */
export async function describeDemoAccounts(desk: AccountDesk): Promise<string[]> {
  if (!desk.hasDemo) return []
  const accounts = await beginAsAccounts(desk.db, findDemoAccounts)
  if (accounts.length === 0) return []
  const text = textIn('lv')
  const lines = accounts.map(({ email, name }) => `  ${email.padEnd(40)} ${name}`)
  return [text('app.accounts.demo', { password: DEMO_PASSWORD }), ...lines]
}
