import { expect, test } from 'vitest'
import type { FindingSubject } from '#modules/findings'
import { familiesOf } from '#modules/findings.server'
import { modules } from '../src/app/modules.server.ts'

const families = familiesOf(modules)

test('no two rules of a family share a code, and no two families a kind of subject', () => {
  const codes = families.flatMap(({ name, rules }) => rules.map(({ code }) => `${name} ${code}`))
  const kinds = families.flatMap((family) => Object.keys(family.kinds))
  expect(codes.length).toBeGreaterThan(40)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(kinds).size).toBe(kinds.length)
})

test.each<[FindingSubject, string]>([
  [{ kind: 'indicator', code: 'K1' }, '/raditaji/K1'],
  [{ kind: 'series', key: '5/guardian', indicator: '5' }, '/raditaji/5#series-5-guardian'],
  [
    { kind: 'series', key: '5/guardian/preschool', indicator: '5', period: '2024/2025' },
    '/raditaji/5#figure-5-guardian-preschool-2024-2025',
  ],
  [{ kind: 'series', key: '5', indicator: '5', year: 2025 }, '/raditaji/5#figure-5-2025'],
  [{ kind: 'action', code: '1.1.3' }, '/ricibas-plans/1.1.3'],
  [{ kind: 'strategy' }, '/strategija'],
  [{ kind: 'strategy', part: 'decision' }, '/strategija#decision'],
  [{ kind: 'strategy', part: 'goal', code: 'KP1' }, '/strategija/kp1'],
  [{ kind: 'strategy', part: 'programme', code: 'talents' }, '/programmas#programme-talents'],
  [{ kind: 'strategy', part: 'programmeLinks' }, '/programmas#links'],
  [{ kind: 'claim', key: 'queues' }, '/datu-kvalitate/apgalvojumi#claim-queues'],
  [{ kind: 'source', key: 'evaluation' }, '/parskati#source-evaluation'],
  [{ kind: 'surveyGroup', survey: 'needs', group: 'heads' }, '/aptaujas/needs#group-heads'],
  [{ kind: 'surveyItem', survey: 'needs', item: 'n1', group: 'heads' }, '/aptaujas/needs#result-heads-n1'],
])('a finding about %j leads to %s', (subject, address) => {
  const addresses = families.flatMap((family) => family.addressOf(subject) ?? [])
  expect(addresses).toEqual([address])
})
