import { describe, expect, test } from 'vitest'
import { createSpeech } from '#platform/i18n.tsx'
import { bundleOf, everyCapability } from '#platform/rights/capabilities.ts'
import { startOfDay } from '#platform/rights/day.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import { capabilityKey, sayGrant } from '#platform/rights/say-grant.ts'
import { modules } from './modules.server.ts'
import { textIn, texts } from './texts.server.ts'

const roles = Object.keys(ROLES) as Role[]
const ours = ['platform', ...modules.map(({ name }) => name)]

describe.each(['lv', 'en'] as const)('in %s', (language) => {
  test('every capability says what it lets one see or do', () => {
    const silent = everyCapability()
      .filter((capability) => ours.includes(capability.replace(/\..*$/, '')))
      .filter((capability) => !texts[language][capabilityKey(capability)])
    expect(silent).toEqual([])
  })

  test('every role has a name and a sentence', () => {
    const keys = roles.flatMap((role) => [`platform.role.${role}`, `platform.role.${role}.about`])
    expect(keys.filter((key) => !texts[language][key])).toEqual([])
    expect(roles.filter((role) => !/\.$/.test(texts[language][`platform.role.${role}.about`] ?? ''))).toEqual(
      [],
    )
  })
})

test('a grant says what it lets see and do, where and when, and nothing that its role does not hold', () => {
  const municipalityId = '00000000-0000-7000-8000-000000000001'
  const words = createSpeech('lv', textIn('lv'))
  const said = sayGrant(
    words,
    {
      role: 'institutionHead',
      scope: { kind: 'institution', municipalityId, id: 'school' },
      validFrom: '2026-09-01',
      validTo: '2027-06-01',
    },
    () => 'Liepājas 1. vidusskola',
  )
  expect(said.role).toBe('Iestādes vadītājs')
  expect(said.where).toBe('iestādē: Liepājas 1. vidusskola')
  expect(said.when).toBe('no 01.09.2026. līdz 31.05.2027. (ieskaitot)')
  expect(said.does).toContain('reģistrē cilvēkus, klases, amatus un pienākumus un tos maina')
  expect(said.sees.join()).not.toContain('apmeklētāju')
  expect(said.sees.length + said.does.length).toBe(bundleOf('institutionHead').length)
})

test.each([
  ['2027-01-15', '2027-01-14T22:00:00.000Z'],
  ['2027-07-15', '2027-07-14T21:00:00.000Z'],
  ['2027-03-28', '2027-03-27T22:00:00.000Z'],
  ['2027-03-29', '2027-03-28T21:00:00.000Z'],
  ['2027-10-31', '2027-10-30T21:00:00.000Z'],
  ['2027-11-01', '2027-10-31T22:00:00.000Z'],
])('%s begins in Riga at %s', (day, instant) => {
  expect(startOfDay(day).toISOString()).toBe(instant)
})
