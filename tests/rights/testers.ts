import { type Capability, everyCapability } from '#platform/rights/capabilities.ts'
import { PRESENT, type TableDeclaration } from '#platform/rights/declaration.ts'
import { LEVELS, type Level } from '#platform/rights/levels.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { PLACES, scopeHere } from './places.ts'
import { SOME_TEXT } from './synthetic-rows.ts'

/** Somebody who tries what may be done with a table. */
export type Tester = {
  name: string
  user: User
  holds: readonly string[]
  level: Level
  opened: readonly string[]
}

/** Account whose own every planted row is, where a table has such rows. */
export const OWN_ACCOUNT = SOME_TEXT
const ITSELF: Tester = {
  name: 'the account itself',
  user: { id: OWN_ACCOUNT, kind: 'member', grants: [] },
  holds: [],
  level: 'person',
  opened: [],
}

const everybody = PLACES.map(({ person_id }) => person_id)

/** The public, and for each level those who read, who write, who may do other things, and who opened nobody. */
export function testersOf(table: TableDeclaration): Tester[] {
  const names = capabilitiesOf(table)
  const { read, write } = names
  const others = everyCapability().filter((capability) => capability !== read && capability !== write)
  const both = [read, write].filter((capability) => capability !== undefined)
  return [
    { name: 'the public', user: THE_PUBLIC, holds: [], level: 'country', opened: [] },
    ...('reach' in table && table.own ? [ITSELF] : []),
    ...LEVELS.flatMap((level) => [
      ...(read ? [tester(`reads ${level}`, [read], level)] : []),
      tester(`writes ${level}`, both, level),
      tester(`may do other things ${level}`, [others[0], others.at(-1)], level),
      ...('reach' in table && table.opened
        ? [{ ...tester(`writes ${level}, nobody opened`, both, level), opened: [] }]
        : []),
    ]),
  ]
}

function capabilitiesOf(table: TableDeclaration): { read?: Capability; write?: Capability } {
  if ('special' in table) return {}
  const write = table.write === PRESENT ? {} : { write: table.write }
  if ('national' in table) return write
  return table.read === PRESENT ? write : { read: table.read, ...write }
}

function tester(name: string, capabilities: readonly (Capability | undefined)[], level: Level): Tester {
  const holds = capabilities.filter((capability) => capability !== undefined)
  const user: User = {
    id: 'tester',
    kind: 'member',
    grants: [{ capabilities: holds, scope: scopeHere(level) }],
  }
  return { name, user, holds, level, opened: everybody }
}
