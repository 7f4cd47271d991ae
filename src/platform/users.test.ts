import { describe, expect, test } from 'vitest'
import { declareCapabilities } from './rights/capabilities.ts'
import { settingsOf } from './rights/settings.ts'
import { demand, type Grant, may, operator, THE_PUBLIC, type User } from './users.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const OTHER_TOWN = '00000000-0000-7000-8000-000000000002'
const SCHOOL = '00000000-0000-7000-8000-000000000011'
const CLASS = '00000000-0000-7000-8000-000000000021'

declare module './rights/capabilities.ts' {
  interface AllCapabilities {
    'tests.paper.read': true
    'tests.paper.mark': true
  }
}
declareCapabilities({ 'tests.paper.read': ['teacher', 'institutionHead'], 'tests.paper.mark': ['teacher'] })

const inTown = { kind: 'municipality', municipalityId: TOWN } as const
const inSchool = { kind: 'institution', municipalityId: TOWN, id: SCHOOL } as const
const inClass = { kind: 'group', municipalityId: TOWN, id: CLASS } as const
const holding = (...grants: Grant[]): User => ({ id: 'somebody', kind: 'member', grants })

describe('a grant', () => {
  test('lets its holder do what its role may do, where it holds', () => {
    const teacher = holding({ role: 'teacher', scope: inClass })
    const here = { municipalityId: TOWN, institutionId: SCHOOL, groupId: CLASS }
    expect(may(teacher, 'tests.paper.mark', here)).toBe(true)
    expect(may(teacher, 'tests.paper.mark', { ...here, groupId: 'another' })).toBe(false)
    expect(may(teacher, 'tests.paper.mark', { municipalityId: TOWN, institutionId: SCHOOL })).toBe(false)
    expect(may(holding({ role: 'institutionHead', scope: inSchool }), 'tests.paper.mark', here)).toBe(false)
    expect(may(holding({ role: 'institutionHead', scope: inSchool }), 'tests.paper.read', here)).toBe(true)
  })

  test('reaches everything below its scope and nothing beside it', () => {
    const head = holding({ capabilities: ['tests.paper.read'], scope: inTown })
    expect(may(head, 'tests.paper.read', { municipalityId: TOWN, personId: 'anybody' })).toBe(true)
    expect(may(head, 'tests.paper.read', { municipalityId: OTHER_TOWN })).toBe(false)
    expect(may(head, 'tests.paper.read', 'country')).toBe(false)
  })

  test('holds from its first day to the day before its last', () => {
    const grant = { role: 'teacher', scope: inTown, validFrom: '2026-09-01', validTo: '2027-06-01' } as const
    const on = (day: string) => may(holding(grant), 'tests.paper.read', { municipalityId: TOWN }, day)
    expect(['2026-08-31', '2026-09-01', '2027-05-31', '2027-06-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('that is missing is refused', () => {
    expect(() => demand(THE_PUBLIC, 'tests.paper.read', { municipalityId: TOWN })).toThrow()
    expect(() => demand(operator(TOWN), 'tests.paper.read', { municipalityId: TOWN })).not.toThrow()
    expect(() => demand(operator(TOWN), 'tests.paper.read', 'country')).toThrow()
    expect(() => demand(operator(), 'tests.paper.read', 'country')).not.toThrow()
  })
})

describe('the settings of a transaction', () => {
  const user = holding(
    { role: 'teacher', scope: inClass },
    { capabilities: ['tests.paper.read'], scope: { kind: 'municipality', municipalityId: OTHER_TOWN } },
    { capabilities: ['tests.paper.read'], scope: { kind: 'country' }, validTo: '2026-01-01' },
  )

  test('are one for each capability and level, with the ids in it', () => {
    // A teacher may do more where more modules are loaded.
    expect(settingsOf(user, {}, '2026-10-01')).toMatchObject({
      'izaugsme.present.municipality': `{${TOWN},${OTHER_TOWN}}`,
      'izaugsme.tests.paper.read.group': `{${CLASS}}`,
      'izaugsme.tests.paper.mark.group': `{${CLASS}}`,
      'izaugsme.tests.paper.read.municipality': `{${OTHER_TOWN}}`,
    })
  })

  test('hold no scope of another municipality than that of the address', () => {
    expect(settingsOf(user, { municipalityId: OTHER_TOWN }, '2026-10-01')).toEqual({
      'izaugsme.present.municipality': `{${OTHER_TOWN}}`,
      'izaugsme.tests.paper.read.municipality': `{${OTHER_TOWN}}`,
    })
  })

  test('hold no capability that the work does not ask for', () => {
    expect(settingsOf(user, { capabilities: ['tests.paper.mark'] }, '2026-10-01')).toEqual({
      'izaugsme.present.municipality': `{${TOWN},${OTHER_TOWN}}`,
      'izaugsme.tests.paper.mark.group': `{${CLASS}}`,
    })
  })

  test('say the word for the country instead of every municipality', () => {
    expect(settingsOf(user, {}, '2025-10-01')).toMatchObject({
      'izaugsme.present.country': 'yes',
      'izaugsme.tests.paper.read.country': 'yes',
    })
  })

  test('refuse somebody with separate rights in more than 300 places', () => {
    const wide = (count: number) =>
      holding(
        ...Array.from(
          { length: count },
          (_, index): Grant => ({
            role: 'teacher',
            scope: { kind: 'person', municipalityId: TOWN, id: `pupil ${index}` },
          }),
        ),
      )
    expect(() => settingsOf(wide(300), {})).not.toThrow()
    expect(() => settingsOf(wide(301), {})).toThrow()
  })
})
