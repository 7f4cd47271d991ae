import { describe, expect, test } from 'vitest'
import { bundleOf, everyCapability } from '#platform/rights/capabilities.ts'
import { LEVELS } from '#platform/rights/levels.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { everyReach } from './reach.server.ts'

const roles = Object.keys(ROLES) as Role[]
const tenants = Object.entries(everyReach).flatMap(([name, table]) =>
  'reach' in table ? [{ name, table }] : [],
)

describe('the roles', () => {
  test('are given something to do by the modules', () => {
    expect(everyCapability().length).toBeGreaterThan(5)
    expect(bundleOf('educationHead')).toContain('strategy.edit')
    expect(bundleOf('councilMember')).not.toContain('strategy.edit')
  })

  // Without it a row that was just written could not be given back, and others would be changed unseen.
  test('read whatever they write', () => {
    const blind = tenants.flatMap(({ name, table: { read, write } }) =>
      roles
        .filter(
          (role) =>
            write !== 'present' &&
            read !== 'present' &&
            bundleOf(role).includes(write) &&
            !bundleOf(role).includes(read),
        )
        .map((role) => `${role} writes ${name}`),
    )
    expect(blind).toEqual([])
  })
})

describe('a table’s declaration', () => {
  test('runs from a wider level to a narrower one', () => {
    const upside = tenants.filter(({ table }) => LEVELS.indexOf(table.from) > LEVELS.indexOf(table.reach))
    expect(upside).toEqual([])
  })

  test('names capabilities that some module has declared', () => {
    const known: readonly string[] = [...everyCapability(), 'present']
    const named = Object.entries(everyReach).flatMap(([name, table]) => {
      const capabilities =
        'reach' in table ? [table.read, table.write] : 'national' in table ? [table.write] : []
      return capabilities.map((capability) => ({ name, capability }))
    })
    expect(named.filter(({ capability }) => !known.includes(capability))).toEqual([])
  })

  test('opens records only where there is a person', () => {
    expect(tenants.filter(({ table }) => table.opened && table.reach !== 'person')).toEqual([])
  })
})
