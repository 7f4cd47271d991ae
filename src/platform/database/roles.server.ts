import { type QueryExecutorProvider, sql } from 'kysely'
import { runBesideOthers } from './beside-others.server.ts'
import { ACCOUNTS_ROLE, JOBS_ROLE, MEMBER_ROLE, PUBLIC_ROLE, SEALER_ROLE, WEB_ROLE } from './role-names.ts'
import { DatabaseUnusable } from './unusable.ts'

type Role = {
  name: string
  signsIn: boolean
  becomes: readonly string[]
  /** Settings that hold for sessions in which the role has signed in; becoming it does not bring them along. */
  settings: Readonly<Record<string, string>>
}

/**
 * The roles of an engine. Whoever serves members can become the public too: the embedded database has one connection
 * for all, and a rehearsal shows within one transaction what everybody would see.
 */
export function rolesOf(): readonly Role[] {
  const becomes = [MEMBER_ROLE, SEALER_ROLE, PUBLIC_ROLE, ACCOUNTS_ROLE, JOBS_ROLE]
  const limits = (statement: string, idle: string) => ({
    statement_timeout: statement,
    idle_in_transaction_session_timeout: idle,
  })
  return [
    {
      name: PUBLIC_ROLE,
      signsIn: true,
      becomes: [],
      settings: { ...limits('5s', '10s'), default_transaction_read_only: 'on' },
    },
    { name: MEMBER_ROLE, signsIn: false, becomes: [], settings: {} },
    { name: SEALER_ROLE, signsIn: false, becomes: [], settings: {} },
    { name: ACCOUNTS_ROLE, signsIn: false, becomes: [], settings: {} },
    { name: JOBS_ROLE, signsIn: false, becomes: [], settings: {} },
    {
      name: WEB_ROLE,
      signsIn: true,
      becomes,
      settings: limits('15s', '30s'),
    },
  ]
}

/**
 * Makes the roles that requests work as, and changes of them only what is not yet so. Roles belong to the
 * whole server, where another database of Izaugsme may have made them already or is making them now, so
 * they are no part of the migrations.
 *
 * @throws DatabaseUnusable with the first statement that this owner may not run
 */
export async function prepareRoles(owner: QueryExecutorProvider) {
  for (const role of rolesOf()) {
    for (const statement of await missingOf(owner, role)) {
      await runBesideOthers(owner, sql.raw(statement)).catch((error: { code?: string }) => {
        if (error.code === NO_RIGHT)
          throw new DatabaseUnusable('platform.database.roles', { statement }, error)
        throw error
      })
    }
  }
}

const NO_RIGHT = '42501'

type State = { can_login: boolean; inherits: boolean; settings: string[]; becomes: string[] }

/** Statements that would make the role what it should be. */
async function missingOf(owner: QueryExecutorProvider, role: Role): Promise<string[]> {
  const { rows } = await sql<State>`
    select r.rolcanlogin as can_login, r.rolinherit as inherits, coalesce(r.rolconfig, '{}') as settings,
      array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = r.oid and m.set_option and not m.inherit_option) as becomes
    from pg_roles r where r.rolname = ${role.name}`.execute(owner)
  const [state] = rows
  const kind = `${role.signsIn ? 'login' : 'nologin'} noinherit`
  const statements = state ? [] : [`create role ${role.name} ${kind}`]
  if (state && (state.can_login !== role.signsIn || state.inherits)) {
    statements.push(`alter role ${role.name} ${kind}`)
  }
  for (const [name, value] of Object.entries(role.settings)) {
    if (state?.settings.includes(`${name}=${value}`)) continue
    statements.push(`alter role ${role.name} set ${name} = '${value}'`)
  }
  for (const other of role.becomes) {
    if (state?.becomes.includes(other)) continue
    statements.push(`grant ${other} to ${role.name} with inherit false, set true`)
  }
  return statements
}
