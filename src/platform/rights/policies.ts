import { ACCOUNTS_ROLE, JOBS_ROLE, MEMBER_ROLE, PUBLIC_ROLE, SEALER_ROLE } from '../database/role-names.ts'
import type { NationalTable, TableDeclaration, TenantTable } from './declaration.ts'
import { COLUMN_OF, levelsBetween } from './levels.ts'

/**
 * `subselect`: settings are read once a query, and a list of ids serves as an index condition. `inline`: they
 * are read for each row; the only form that Citus takes, which refuses every sub-select in a policy.
 */
export type PolicyForm = 'subselect' | 'inline'

/** Statements that give a table the rights its declaration speaks of, and nobody else any. */
export function rightsOf(name: string, table: TableDeclaration, form: PolicyForm = 'subselect'): string[] {
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `revoke all on ${name} from public, ${PUBLIC_ROLE}, ${MEMBER_ROLE}, ${SEALER_ROLE}, ${ACCOUNTS_ROLE}, ${JOBS_ROLE}`,
    ...specificRightsOf(name, table, form),
  ]
}

function specificRightsOf(name: string, table: TableDeclaration, form: PolicyForm): string[] {
  if ('special' in table) return [...table.rights]
  return 'national' in table ? nationalRights(name, table, form) : tenantRights(name, table, form)
}

function tenantRights(name: string, table: TenantTable, form: PolicyForm): string[] {
  const write = reachedBy(table, table.write, form)
  const change = [write, ...(table.own?.mayChange ? ownRules(table, form) : [])].join(' or ')
  const isPublic = publicRule(table)
  const seen = [
    ...(isPublic ? policy(name, 'public', 'select', `using (${isPublic})`) : []),
    ...policy(name, 'member', 'select', `using (${readRule(table, form)})`),
  ]
  const { publicMayInsert, memberMayUpdate } = table
  const sent = publicMayInsert
    ? policy(name, 'public', 'insert', 'with check (true)', onColumns('insert', publicMayInsert))
    : []
  const mayUpdate = `using (${change}) with check (${change})`
  if (memberMayUpdate) {
    const right = onColumns('update', memberMayUpdate)
    return [...seen, ...policy(name, 'member', 'update', mayUpdate, right), ...sent]
  }
  return [
    ...seen,
    ...policy(name, 'member', 'insert', `with check (${write})`),
    ...(table.writing === 'append'
      ? []
      : [
          ...policy(name, 'member', 'update', mayUpdate),
          ...policy(name, 'member', 'delete', `using (${write})`),
        ]),
    ...sent,
  ]
}

const onColumns = (operation: Operation, columns: readonly string[]) => `${operation} (${columns.join(', ')})`

function nationalRights(name: string, { write }: NationalTable, form: PolicyForm): string[] {
  const mayWrite = heldOverCountry(write, form)
  return [
    ...policy(name, 'public', 'select', 'using (true)'),
    ...policy(name, 'member', 'select', 'using (true)'),
    ...policy(name, 'member', 'insert', `with check (${mayWrite})`),
    ...policy(name, 'member', 'update', `using (${mayWrite}) with check (${mayWrite})`),
    ...policy(name, 'member', 'delete', `using (${mayWrite})`),
  ]
}

type Operation = 'select' | 'insert' | 'update' | 'delete'

function policy(
  table: string,
  who: 'public' | 'member',
  operation: Operation,
  rule: string,
  right: string = operation,
) {
  const role = who === 'public' ? PUBLIC_ROLE : MEMBER_ROLE
  return [
    `grant ${right} on ${table} to ${role}`,
    `create policy ${who}_${operation} on ${table} for ${operation} to ${role} ${rule}`,
  ]
}

/** Which rows a member sees. */
export function readRule(table: TenantTable, form: PolicyForm): string {
  if (table.published === 'copy') return 'true'
  const rules = [
    ...(table.published === 'flag' ? ['is_public'] : []),
    inReach(table, form),
    ...ownRules(table, form),
  ]
  return rules.join(' or ')
}

/** Rows that are the account's own, where a table has such rows. */
function ownRules({ own }: TenantTable, form: PolicyForm): string[] {
  return own ? [`${own.column} = ${once(setting('account'), form)}`] : []
}

/** Rows in reach of the capability that reads them; of persons' records those that were opened. */
export function inReach(table: TenantTable, form: PolicyForm): string {
  const rule = reachedBy(table, table.read, form)
  return table.opened ? `((${rule}) and ${COLUMN_OF.person} = any (${ids('opened', form)}))` : rule
}

/** Which rows everybody sees; undefined where nobody does. */
export function publicRule({ published }: TenantTable): string | undefined {
  return { no: undefined, flag: 'is_public', copy: 'true' }[published]
}

/** Rows that the scopes of a capability reach, as one condition: it may be joined with others by `and`. */
export const reached = (...asked: Parameters<typeof reachedBy>) => `(${reachedBy(...asked)})`

/** The same as several conditions, to be joined with others by `or` alone. */
function reachedBy(
  { from, reach }: Pick<TenantTable, 'from' | 'reach'>,
  capability: string,
  form: PolicyForm,
): string {
  return levelsBetween(from, reach)
    .map((level) =>
      level === 'country'
        ? heldOverCountry(capability, form)
        : `${COLUMN_OF[level]} = any (${ids(`${capability}.${level}`, form)})`,
    )
    .join(' or ')
}

/** Whether a capability is held over the whole country. */
export const heldOverCountry = (capability: string, form: PolicyForm) => isWord(`${capability}.country`, form)

const once = (value: string, form: PolicyForm) => (form === 'inline' ? `(${value})` : `(select ${value})`)

const setting = (name: string) => `current_setting('izaugsme.${name}', true)`

const isWord = (name: string, form: PolicyForm) => once(`${setting(name)} = 'yes'`, form)

// A setting that was set once reads as an empty text in later transactions, which is no list.
const ids = (name: string, form: PolicyForm) =>
  `${once(`nullif(${setting(name)}, '')::uuid[]`, form)}::uuid[]`
