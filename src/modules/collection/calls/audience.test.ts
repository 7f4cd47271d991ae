import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Institution, InstitutionVersion, Network, Site, Succession } from '#modules/registry'
import type { Submission } from '../life/submission.ts'
import type { Audience } from '../model.ts'
import { askedOn, type Places } from './audience.ts'
import { audienceChanges } from './keep-audience.service.server.ts'

const DAY = '2027-02-01'
const EVERYBODY: Audience = { types: [], institutions: [], places: [] }

const institution = (
  key: string,
  type: string | null = 'school',
  validFrom: string | null = '2000-09-01',
  validTo: string | null = null,
): Institution => ({
  id: `id-${key}`,
  key,
  registrationNumber: null,
  versions: [
    {
      version: 1,
      name: { lv: key, en: key },
      type: type === null ? null : { code: type, name: { lv: type, en: type }, position: 1 },
      validFrom,
      validTo,
    } as InstitutionVersion,
  ],
})
const site = (key: string, address: string, validTo: string | null = null) =>
  ({ institution: key, key: 'main', name: null, address, validFrom: null, validTo }) as Site
const succession = (from: string, to: string, day: string | null, kind: Succession['kind'] = 'mergedInto') =>
  ({ from, to, kind, day }) as Succession
const places = (
  institutions: readonly Institution[],
  { successions = [], sites = [] }: { successions?: readonly Succession[]; sites?: readonly Site[] } = {},
): Places => ({ network: { institutions, successions } satisfies Network, sites })
const keysOf = (asked: readonly { institution: Institution }[]) =>
  asked.map(({ institution: { key } }) => key)

describe('whom a call asks', () => {
  test('is everybody who is there when nobody is named', () => {
    const all = places([institution('a'), institution('b', 'school', '2027-09-01'), institution('c', null)])
    expect(keysOf(askedOn(all, EVERYBODY, DAY).asked)).toEqual(['a', 'c'])
  })

  test('adds types, places and names together', () => {
    const all = places(
      [institution('a'), institution('b', 'preschool'), institution('c', 'music'), institution('d', 'music')],
      { sites: [site('c', 'Grobiņa, Lielā iela 1'), site('d', 'Grobiņa, vecā ēka', '2020-01-01')] },
    )
    const asked = askedOn(all, { types: ['school'], institutions: ['b'], places: ['grobina'] }, DAY)
    expect(keysOf(asked.asked)).toEqual(['a', 'b', 'c'])
  })

  test('names those of which nobody says whether they are there, and asks them only by name', () => {
    const merged = [succession('a', 'b', null)]
    const all = places([institution('a', 'school', null), institution('b')], { successions: merged })
    expect(keysOf(askedOn(all, EVERYBODY, DAY).notSaid)).toEqual(['a'])
    expect(keysOf(askedOn(all, { ...EVERYBODY, institutions: ['a', 'x'] }, DAY).asked)).toEqual(['a'])
    expect(askedOn(all, { ...EVERYBODY, institutions: ['a', 'x'] }, DAY).unknown).toEqual(['x'])
  })
})

const submission = (key: string, more: Partial<Submission> = {}) =>
  ({
    id: `s-${key}`,
    callId: 'call',
    institutionId: `id-${key}`,
    askedOn: '2027-01-01',
    extendedTo: null,
    excusedReason: null,
    state: 'notStarted',
    ...more,
  }) as Submission

describe('as institutions open, close and merge', () => {
  const standing = (keys: readonly string[]) => ({
    submissions: keys.map((key) => submission(key)),
    day: DAY,
  })

  test('those that have opened are asked too', () => {
    const all = places([institution('a'), institution('b', 'school', '2027-01-15')])
    const { added, closed } = audienceChanges(all, { audience: EVERYBODY }, standing(['a']))
    expect([added.map(({ key }) => key), closed]).toEqual([['b'], []])
  })

  test('one that merged is excused with the reason, and its heir is asked though nobody named it', () => {
    const all = places([institution('a', 'school', null, '2027-01-20'), institution('b', 'gymnasium')], {
      successions: [succession('a', 'b', '2027-01-20')],
    })
    const audience = { ...EVERYBODY, institutions: ['a'] }
    const { added, closed } = audienceChanges(all, { audience }, standing(['a']))
    expect(added.map(({ key }) => key)).toEqual(['b'])
    expect(closed.map(({ reason }) => reason)).toEqual([
      'Iestāde ir beigusi darbu (2027-01-20); tās vietā atbild b.',
    ])
  })

  test('what was handed in before it closed stays', () => {
    const all = places([institution('a', 'school', null, '2027-01-20')])
    const accepted = { submissions: [submission('a', { state: 'accepted' })], day: DAY }
    expect(audienceChanges(all, { audience: EVERYBODY }, accepted).closed).toEqual([])
  })

  test('done twice, it changes nothing the second time', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => {
      const at = new Date(Date.UTC(2026, 0, 1 + days))
      return at.toISOString().slice(0, 10)
    })
    const span = fc
      .tuple(day, fc.option(day))
      .map(([from, to]) => [from, to !== null && to > from ? to : null])
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), day, (spans, today) => {
        const institutions = spans.map(([from, to], place) =>
          institution(`i${place}`, 'school', from ?? null, to ?? null),
        )
        const all = places(institutions)
        const first = audienceChanges(all, { audience: EVERYBODY }, { submissions: [], day: today })
        const submissions = first.added.map(({ key }) => submission(key))
        const second = audienceChanges(all, { audience: EVERYBODY }, { submissions, day: today })
        expect([second.added, second.closed]).toEqual([[], []])
      }),
    )
  })
})
