import { describe, expect, test } from 'vitest'
import { element, table } from '../form/testing.ts'
import { registerDay } from './register-day.ts'
import { type Registered, registeredAnswers } from './registered.server.ts'
import { readReuse, reuseValue } from './reuse.ts'

describe('what is offered to be confirmed', () => {
  test('is read only where it was offered', () => {
    const offered = { register: 'people.staff', callIds: ['one'] }
    expect(readReuse('register', offered)).toEqual({ from: 'register', register: 'people.staff' })
    expect(readReuse('call:one', offered)).toEqual({ from: 'call', callId: 'one' })
    expect(readReuse('call:two', offered)).toBeNull()
    expect(readReuse('register', { register: null, callIds: [] })).toBeNull()
    expect(readReuse(reuseValue(null), offered)).toBeNull()
  })
})

describe('the day on which a register is counted', () => {
  test.each([
    ['2026/2027', '2026-11-30', '2026-09-01'],
    ['2026', '2027-02-01', '2026-12-31'],
    ['2026', '2026-11-30', '2026-11-30'],
    ['2026-09-01', '2026-11-30', '2026-09-01'],
    ['2027/2028', '2026-11-30', null],
  ])('for %s on %s is %s', (period, today, day) => {
    expect(registerDay(period, today)).toBe(day)
  })
})

describe('what a register answers', () => {
  const registered: Registered = {
    day: '2026-09-01',
    learners: new Map([['a', 41]]),
    byGrade: new Map([['a', new Map([[5, 20]])]]),
    staff: new Map([['a', 7]]),
  }

  test('is a count, and nothing where it knows nobody: that makes no zero', () => {
    const learners = element('learners', { register: 'people.learners' })
    expect(registeredAnswers(learners, registered, 'a').get('learners')).toEqual({
      kind: 'count',
      number: 41,
    })
    expect(registeredAnswers(learners, registered, 'b').size).toBe(0)
  })

  test('is a column of a table by grade, only in the grades that it has', () => {
    const classes = {
      ...table('classes', ['5', '6'], [['pupils', 'count']]),
      register: 'people.learnersByGrade',
    }
    expect([...registeredAnswers(classes, registered, 'a')]).toEqual([
      ['classes.5.pupils', { kind: 'count', number: 20 }],
    ])
  })

  test('is nothing for an element that no register holds', () => {
    expect(registeredAnswers(element('rooms'), registered, 'a').size).toBe(0)
  })
})
