import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  holdsOn,
  institutionNear,
  institutionOn,
  institutionsOn,
  presenceOn,
  spanOf,
} from './institution-on.ts'
import { aNetwork, anInstitution, aSuccession } from './testing.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const maybeDay = fc.option(day, { nil: null })

/** An institution whose versions follow each other without a gap; its ends may be open. */
const institutions = fc
  .tuple(maybeDay, fc.uniqueArray(day, { maxLength: 4 }), maybeDay)
  .map(([first, between, last]) => {
    const days = between.sort().filter((one) => (first ?? '') < one && one < (last ?? '9999'))
    const end = last !== null && last > (first ?? '') ? last : null
    return anInstitution('school', [first, ...days, end])
  })

describe('who an institution was on a day', () => {
  test('is the version that holds then: it ends on the day before the next begins', () => {
    const school = anInstitution('school', [null, '2023-04-01', null])
    expect(institutionOn(school, '2023-03-31')?.version).toBe(1)
    expect(institutionOn(school, '2023-04-01')?.version).toBe(2)
  })

  test('is nobody before it began and after it ended', () => {
    const school = anInstitution('school', ['2000-09-01', '2020-07-01'])
    expect(institutionOn(school, '2000-08-31')).toBeUndefined()
    expect(institutionOn(school, '2020-07-01')).toBeUndefined()
  })

  test('is one version at most, on any day, and it is one exactly within its span', () => {
    fc.assert(
      fc.property(institutions, day, (school, asked) => {
        const holding = school.versions.filter((version) => holdsOn(version, asked))
        expect(holding.length).toBe(holdsOn(spanOf(school), asked) ? 1 : 0)
        expect(institutionOn(school, asked)).toBe(holding[0])
      }),
    )
  })

  test('or the nearest that is known: the last before, else the first', () => {
    fc.assert(
      fc.property(institutions, day, (school, asked) => {
        const near = institutionNear(school, asked)
        const { validFrom } = spanOf(school)
        const edge = validFrom !== null && asked < validFrom ? school.versions[0] : school.versions.at(-1)
        expect(near).toBe(institutionOn(school, asked) ?? edge)
      }),
    )
    expect(institutionNear(anInstitution('school', [null, '2020-01-01', '2021-01-01']), null).version).toBe(2)
  })
})

describe('whether an institution was there', () => {
  test('cannot be told when another stood in its place on a day that nobody states', () => {
    const links = [aSuccession('university', 'academy')]
    expect(presenceOn(anInstitution('university'), links, '2020-01-01')).toBe('notSaid')
    expect(presenceOn(anInstitution('academy'), links, '2020-01-01')).toBe('notSaid')
    expect(presenceOn(anInstitution('other'), links, '2020-01-01')).toBe('there')
  })

  test('is told by its own days where it states them', () => {
    const links = [aSuccession('university', 'academy')]
    const university = anInstitution('university', [null, '2024-03-01'])
    expect(presenceOn(university, links, '2024-02-29')).toBe('there')
    expect(presenceOn(university, links, '2024-03-01')).toBe('absent')
    expect(presenceOn(anInstitution('academy', ['2024-03-01', null]), links, '2024-03-01')).toBe('there')
  })

  test('is not doubted of one into which others are merged, nor of one from which a part is split', () => {
    const merged = [aSuccession('small', 'large', { kind: 'mergedInto' })]
    expect(presenceOn(anInstitution('large'), merged, '2020-01-01')).toBe('there')
    expect(presenceOn(anInstitution('small'), merged, '2020-01-01')).toBe('notSaid')
    const split = [aSuccession('large', 'part', { kind: 'splitInto' })]
    expect(presenceOn(anInstitution('large'), split, '2020-01-01')).toBe('there')
    expect(presenceOn(anInstitution('part'), split, '2020-01-01')).toBe('notSaid')
  })

  test('sorts every institution into one of three lists, by its name on the day', () => {
    const names = ({ there, notSaid, absent }: ReturnType<typeof institutionsOn>) =>
      [there, notSaid, absent].map((list) => list.map(({ institution }) => institution.key))
    const network = aNetwork(
      [
        anInstitution('b'),
        anInstitution('a'),
        anInstitution('gone', [null, '2000-01-01']),
        anInstitution('before'),
        anInstitution('after'),
      ],
      [aSuccession('before', 'after')],
    )
    expect(names(institutionsOn(network, '2020-01-01'))).toEqual([['b', 'a'], ['before', 'after'], ['gone']])
  })
})
