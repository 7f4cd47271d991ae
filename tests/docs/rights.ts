import { bundleOf, everyCapability } from '#platform/rights/capabilities.ts'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { modules } from '../../src/app/modules.server.ts'
import { everyReach } from '../../src/app/reach.server.ts'

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

/** Capabilities of the platform and its modules: tests declare others. */
const ours = () => {
  const names = ['platform', ...modules.map(({ name }) => name)]
  return everyCapability().filter((capability) => names.includes(capability.replace(/\..*$/, '')))
}
const mayOurs = (role: Role) => bundleOf(role).filter((capability) => ours().includes(capability))

/** Who may do what, in words of the code: what each role is held over and may do, and who reaches each table. */
export function describeRights(): string {
  const roles = (Object.keys(ROLES) as Role[]).map((role) => [
    role,
    ROLES[role].join(', '),
    mayOurs(role).toSorted().join(', '),
  ])
  const capabilities = ours()
    .toSorted()
    .map((capability) => [
      `\`${capability}\``,
      (Object.keys(ROLES) as Role[]).filter((role) => bundleOf(role).includes(capability)).join(', '),
    ])
  const tables = Object.entries(everyReach)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, declared]) => [`\`${name}\``, ...describeReach(declared)])
  return [
    INTRODUCTION,
    '## Roles',
    table(['role', 'held over', 'may'], roles),
    '## Capabilities',
    table(['capability', 'roles'], capabilities),
    '## Tables',
    table(
      ['table', 'reached by grants over', 'read', 'written', 'everybody sees', 'leaves no trace because'],
      tables,
    ),
    '',
  ].join('\n\n')
}

function describeReach(declared: TableDeclaration): string[] {
  const silent = declared.audit === 'audit' ? '' : declared.audit.noAudit
  if ('special' in declared) return ['special', declared.special, '', '', silent]
  if ('national' in declared) return ['country', 'everybody', declared.write, 'all', silent]
  const { from, reach, read, write, published, opened, own, writing, forgets } = declared
  const { publicMayInsert, memberMayUpdate } = declared
  const range = from === reach ? from : `${from} … ${reach}`
  return [
    range,
    [read, ...(opened ? ['once opened'] : []), ...(own ? ['one’s own'] : [])].join(', '),
    [
      write,
      ...(own?.mayChange ? ['one’s own'] : []),
      ...(writing === 'append' ? ['added only'] : []),
      ...(memberMayUpdate ? [`only ${memberMayUpdate.join(' and ')}`] : []),
      ...(publicMayInsert ? ['visitors add'] : []),
      ...(forgets ? ['without history'] : []),
    ].join(', '),
    { no: '', flag: 'public rows', copy: 'all' }[published],
    silent,
  ]
}

const INTRODUCTION = `# Rights

Drawn from the declarations in the code by \`npm run document\`; a test fails when it is out of date. How it works: [decision 008](decisions/008-rights.md).`
