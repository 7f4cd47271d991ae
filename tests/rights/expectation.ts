import {
  type NationalTable,
  PRESENT,
  type TableDeclaration,
  type TenantTable,
} from '#platform/rights/declaration.ts'
import { LEVELS } from '#platform/rights/levels.ts'
import { type Place, type Row, takesIn } from './places.ts'
import { OWN_ACCOUNT, type Tester } from './testers.ts'

/** `nothing`: the row is as if it were not there. `refused`: the database says no. */
export type Outcome = 'done' | 'nothing' | 'refused'
export const OPERATIONS = ['select', 'insert', 'update', 'delete', 'move'] as const
export type Operation = (typeof OPERATIONS)[number]

export type Attempt = { operation: Operation; row: Row; to: Place }

/**
 * What must come of an attempt, in plain words and apart from the generator of policies: who holds the
 * capability, at a level that counts for the table, in a scope that takes in the row.
 */
export function expectedOutcome(table: TableDeclaration, tester: Tester, attempt: Attempt): Outcome {
  if ('special' in table) throw new RangeError('expectedOutcome: special tables have tests of their own')
  return 'national' in table
    ? expectedNationally(table, tester, attempt.operation)
    : expectedOfTenant(table, tester, attempt)
}

function expectedNationally({ write }: NationalTable, tester: Tester, operation: Operation): Outcome {
  if (operation === 'select') return 'done'
  if (tester.user.kind === 'public') return 'refused'
  const mayWrite = tester.level === 'country' && tester.holds.includes(write)
  if (mayWrite) return 'done'
  return operation === 'insert' ? 'refused' : 'nothing'
}

function expectedOfTenant(table: TenantTable, tester: Tester, { operation, row, to }: Attempt): Outcome {
  if (tester.user.kind === 'public') return expectedOfPublic(table, operation, row)
  if (operation === 'select') return sees(table, tester, row) ? 'done' : 'nothing'
  const isOwn = table.own !== undefined && tester.user.id === OWN_ACCOUNT
  const writes = (place: Place) => reaches(table, tester, table.write, place)
  const changes = (place: Place) => writes(place) || (isOwn && table.own?.mayChange === true)
  if (table.memberMayUpdate && operation !== 'update') return 'refused'
  if (operation === 'insert') return writes(row) ? 'done' : 'refused'
  if (table.writing === 'append') return 'refused'
  const may = operation === 'delete' ? writes : changes
  if (!may(row) || !sees(table, tester, row)) return 'nothing'
  if (operation !== 'move') return 'done'
  return may(to) && sees(table, tester, { ...to, is_public: row.is_public }) ? 'done' : 'refused'
}

function expectedOfPublic(table: TenantTable, operation: Operation, row: Row): Outcome {
  if (operation === 'insert' && table.publicMayInsert) return 'done'
  if (operation !== 'select' || table.published === 'no') return 'refused'
  return table.published === 'copy' || row.is_public ? 'done' : 'nothing'
}

function sees(table: TenantTable, tester: Tester, row: Row): boolean {
  if (table.published === 'copy') return true
  if (table.published === 'flag' && row.is_public) return true
  if (table.own && tester.user.id === OWN_ACCOUNT) return true
  const isOpen = !table.opened || tester.opened.includes(row.person_id)
  return isOpen && reaches(table, tester, table.read, row)
}

function reaches(table: TenantTable, tester: Tester, capability: string, place: Place): boolean {
  // Whoever holds any grant is present in its municipality, which is as narrow as presence gets.
  const isPresence = capability === PRESENT && tester.user.grants.length > 0
  const level = isPresence && tester.level !== 'country' ? 'municipality' : tester.level
  const counts =
    LEVELS.indexOf(level) >= LEVELS.indexOf(table.from) &&
    LEVELS.indexOf(level) <= LEVELS.indexOf(table.reach)
  return (isPresence || tester.holds.includes(capability)) && counts && takesIn(level, place)
}
