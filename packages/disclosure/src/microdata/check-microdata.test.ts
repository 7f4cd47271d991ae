import { describe, expect, test } from 'vitest'
import { fields, fourAnonymous, heart, inpatients, threeDiverse, viral } from '../testing/inpatients.ts'
import { checkMicrodata } from './check-microdata.ts'

describe('checkMicrodata', () => {
  test('sees that four who look alike may all have the same', () => {
    expect(checkMicrodata(fourAnonymous, { ...fields, anonymity: 4 })).toEqual({
      mayExport: false,
      anonymity: 4,
      diversity: 1,
      weak: [8, 9, 10, 11],
    })
  })

  test('passes classes that are large and diverse enough', () => {
    expect(checkMicrodata(threeDiverse, { ...fields, anonymity: 4, diversity: 3 })).toEqual({
      mayExport: true,
      anonymity: 4,
      diversity: 3,
      weak: [],
    })
    expect(checkMicrodata(threeDiverse, { ...fields, anonymity: 4, diversity: 4 }).mayExport).toBe(false)
  })

  test('asks for five who look alike and two values unless told otherwise', () => {
    expect(checkMicrodata(threeDiverse, fields).weak).toHaveLength(12)
    const five = (...conditions: string[]) =>
      checkMicrodata(inpatients(conditions.map((each) => ['1305*', '≤ 40', each])), fields).mayExport
    expect(five(heart, heart, heart, heart, viral)).toBe(true)
    expect(five(heart, heart, heart, viral)).toBe(false)
    expect(five(heart, heart, heart, heart, heart)).toBe(false)
  })

  test('judges every sensitive field', () => {
    const records = threeDiverse.map((record) => ({ ...record, ward: '7' }))
    const rules = { ...fields, sensitive: ['condition', 'ward'], anonymity: 4 }
    expect(checkMicrodata(records, rules)).toMatchObject({ mayExport: false, diversity: 1 })
  })

  test('finds nothing in nothing, and refuses records without a field', () => {
    expect(checkMicrodata([], fields)).toEqual({ mayExport: true, anonymity: 0, diversity: 0, weak: [] })
    expect(() => checkMicrodata([{ zip: '1305*', age: '≤ 40' }], fields)).toThrow(
      new RangeError('checkMicrodata: record 0 has no field condition'),
    )
  })

  test('judges as many records as a country has', () => {
    const records = Array.from({ length: 150_000 }, (_, n) => ({ person: n, grade: n % 12 }))
    const rules = { identifying: ['person'], sensitive: ['grade'] }
    expect(checkMicrodata(records, rules)).toMatchObject({ mayExport: false, anonymity: 1, diversity: 1 })
  })

  test.each([
    [{ anonymity: Number.NaN }, 'anonymity NaN is not a whole number from 1'],
    [{ anonymity: 0 }, 'anonymity 0 is not a whole number from 1'],
    [{ diversity: 1.5 }, 'diversity 1.5 is not a whole number from 1'],
  ])('refuses the rules %j', (rules, message) => {
    expect(() => checkMicrodata(fourAnonymous, { ...fields, ...rules })).toThrow(
      new RangeError(`checkMicrodata: ${message}`),
    )
  })

  test.each([
    [Number.NaN, 'record 0 has the value NaN for zip'],
    [Infinity, 'record 0 has the value Infinity for zip'],
    [JSON.parse('null'), 'record 0 has no field zip'],
  ])('refuses records in which a field is %s', (zip, message) => {
    const records = [{ zip, age: '≤ 40', condition: heart }]
    expect(() => checkMicrodata(records, fields)).toThrow(new RangeError(`checkMicrodata: ${message}`))
  })
})
