import { MEMBER_ROLE, PUBLIC_ROLE } from '../database/role-names.ts'
import { PRESENT, type TableDeclaration, type TenantTable } from './declaration.ts'
import { inReach, type PolicyForm, publicRule, reached } from './policies.ts'

/** Earlier states of rows that are changed in place, of all modules. */
export const HISTORY_TABLE = 'platform.record_revision'

/**
 * Policies by which the earlier states of a module's rows are seen and added by those who see and change the
 * rows themselves. Each module has its own, so that modules may change theirs in any order.
 *
 * @param module name of the module, which is that of its schema
 */
export function historyRightsOf(
  module: string,
  tables: Readonly<Record<string, TableDeclaration>>,
  form: PolicyForm = 'subselect',
): string[] {
  const kept = Object.entries(tables).flatMap(([name, table]) => (isKept(table) ? [{ name, table }] : []))
  const rule = (ruleOf: (table: TenantTable) => string | undefined) => {
    const named = Map.groupBy(kept, ({ table }) => ruleOf(table))
    return [...named].flatMap(([said, group]) =>
      said === undefined
        ? []
        : [`table_name in (${group.map(({ name }) => `'${name}'`).join(', ')}) and (${said})`],
    )
  }
  return [
    ...policy(`${module}_public_select`, 'select', PUBLIC_ROLE, 'using', rule(publicRule)),
    ...policy(
      `${module}_member_select`,
      'select',
      MEMBER_ROLE,
      'using',
      rule((table) => seenRule(table, form)),
    ),
    ...policy(
      `${module}_member_insert`,
      'insert',
      MEMBER_ROLE,
      'with check',
      rule((table) => reached(table, table.write, form)),
    ),
  ]
}

/** Whose own a row was is not kept with its earlier states. */
function seenRule(table: TenantTable, form: PolicyForm) {
  const rule = inReach(table, form)
  return { no: rule, flag: `is_public or ${rule}`, copy: 'true' }[table.published]
}

function isKept(table: TableDeclaration): table is TenantTable {
  return 'reach' in table && table.writing === 'change' && !table.forgets && table.write !== PRESENT
}

function policy(name: string, operation: string, role: string, kind: string, rules: string[]) {
  if (rules.length === 0) return []
  const rule = rules.join(' or ')
  return [`create policy ${name} on ${HISTORY_TABLE} for ${operation} to ${role} ${kind} (${rule})`]
}
