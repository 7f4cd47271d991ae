import { readFileSync } from 'node:fs'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { PLACES, scopeHere } from './places.ts'
import type { Tester } from './testers.ts'

/** What each role may do, as the page of rights tells people: read there, and not from the code that decides. */
export function readBundles(): ReadonlyMap<string, readonly string[]> {
  const [, roles = ''] = /## Roles\n([\s\S]*?)\n## /.exec(readFileSync('docs/rights.md', 'utf8')) ?? []
  const rows = roles.split('\n').filter((line) => line.startsWith('| '))
  return new Map(
    rows.map((line) => {
      const [, role = '', , may = ''] = line.split('|').map((cell) => cell.trim())
      return [role, may.split(', ').filter(Boolean)]
    }),
  )
}

const everybody = PLACES.map(({ person_id }) => person_id)

/** Every role at every level at which it is held, in the first place; of records of persons also with nobody opened. */
export function roleTesters(bundles: ReadonlyMap<string, readonly string[]>) {
  const testers = (Object.keys(ROLES) as Role[]).flatMap((role) =>
    ROLES[role].map((level): Tester => {
      const grants = [{ role, scope: scopeHere(level) }]
      const user = { id: 'tester', kind: 'member' as const, grants }
      return { name: `${role} over ${level}`, user, holds: bundles.get(role) ?? [], level, opened: everybody }
    }),
  )
  return (table: TableDeclaration): Tester[] =>
    'reach' in table && table.opened
      ? testers.flatMap((one) => [one, { ...one, name: `${one.name}, nobody opened`, opened: [] }])
      : testers
}
