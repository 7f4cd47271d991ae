import { PRESENT, type TableDeclaration } from '#platform/rights/declaration.ts'
import { capabilitiesOf, type User } from '#platform/users.ts'
import { everyReach } from '../../src/app/reach.server.ts'

/**
 * Whether a column stands in a table that a right over the country opens to somebody by its declaration.
 *
 * @param place `schema.table.column`, with words before it
 */
export function isOpenToCountry(place: string, user: User | undefined): boolean {
  const name = /(\w+\.\w+)\.\w+$/.exec(place)?.[1] ?? ''
  const table = (everyReach as Readonly<Record<string, TableDeclaration>>)[name]
  const held = new Set(
    user?.grants
      .filter(({ scope }) => scope.kind === 'country')
      .flatMap((grant) => [...capabilitiesOf(grant)]),
  )
  if (!table || held.size === 0) return false
  if ('reach' in table) return table.from === 'country' && (table.read === PRESENT || held.has(table.read))
  if (!('special' in table)) return false
  return [...held].some((one) => table.rights.some((right) => right.includes(`izaugsme.${one}.country`)))
}
