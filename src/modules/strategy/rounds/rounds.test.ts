import { describe, expect, test } from 'vitest'
import type { AskedAction, RoundDecision, RoundReport } from './round.ts'
import { stageOn } from './stages.ts'
import { answeredOnTime, outcomeOf, standingOf } from './standing.ts'
import { whoIsAsked } from './who-is-asked.ts'

const report = (at: string, more: Partial<RoundReport> = {}): RoundReport => ({
  version: 1,
  author: 'anna',
  handedBy: '',
  way: 'page',
  at: new Date(at),
  status: 'inProgress',
  sentence: 'Notiek.',
  evidenceTitle: null,
  evidenceUrl: null,
  milestone: null,
  milestoneOn: null,
  ...more,
})
const decision = (kind: RoundDecision['kind'], version = 1): RoundDecision => ({
  number: version,
  version,
  kind,
  decidedBy: 'dace',
  at: new Date('2026-12-02T10:00:00Z'),
  remark: null,
  group: null,
  decidedOn: null,
  voices: [],
  present: 0,
})
const asked = (more: Partial<AskedAction> = {}): AskedAction => ({
  action: '1.1.1',
  accountId: 'anna',
  deputyId: null,
  outcome: null,
  reports: [],
  decisions: [],
  ...more,
})
const round = { state: 'open', opensOn: '2026-11-30', dueOn: '2026-12-10', closesOn: '2026-12-20' } as const

describe('the share on time', () => {
  test('is of those asked, by the first report and the day in Riga', () => {
    const all = [
      asked({ reports: [report('2026-12-10T21:59:00Z')] }),
      asked({ reports: [report('2026-12-10T22:01:00Z')] }),
      asked({
        reports: [report('2026-12-01T08:00:00Z'), report('2026-12-15T08:00:00Z', { version: 2 })],
        decisions: [decision('returned')],
      }),
      asked(),
      asked({ accountId: null, deputyId: 'berta' }),
      asked({ accountId: null }),
    ]
    expect(answeredOnTime(round, all)).toEqual({ asked: 5, onTime: 2, late: 1, silent: 2, unasked: 1 })
  })
})

describe('where an action stands', () => {
  test('follows from the newest step', () => {
    const on = (one: AskedAction, day = '2026-12-01') => standingOf(round, one, day)
    expect(on(asked())).toBe('waiting')
    expect(on(asked(), '2026-12-10')).toBe('waiting')
    expect(on(asked(), '2026-12-11')).toBe('overdue')
    expect(on(asked(), '2026-12-21')).toBe('silent')
    expect(on(asked({ accountId: null }))).toBe('unasked')
    const reports = [report('2026-12-01T08:00:00Z')]
    expect(on(asked({ reports }))).toBe('reported')
    expect(on(asked({ reports, decisions: [decision('returned')] }))).toBe('returned')
    const mended = [...reports, report('2026-12-03T08:00:00Z', { version: 2 })]
    expect(on(asked({ reports: mended, decisions: [decision('returned')] }))).toBe('reported')
    expect(on(asked({ reports: mended, decisions: [decision('accepted', 2)] }))).toBe('accepted')
    expect(outcomeOf({ ...round, decidedBy: 'editor' } as never, asked())).toBe('silent')
  })
})

describe('who is asked', () => {
  const holders = new Set(['anna', 'berta'])
  const ask = (one: Partial<AskedAction>, { away = [] as string[], day = '2026-12-01' } = {}) => [
    ...whoIsAsked(
      round,
      [asked({ deputyId: 'berta', ...one })],
      { holders, away: new Set(away) },
      day,
    ).keys(),
  ]
  test('is the deputy too once the other is away, has left or is late', () => {
    expect(ask({})).toEqual(['anna'])
    expect(ask({}, { away: ['anna'] })).toEqual(['anna', 'berta'])
    expect(ask({ accountId: 'left' })).toEqual(['berta'])
    expect(ask({}, { day: '2026-12-11' })).toEqual(['anna', 'berta'])
  })

  test('is nobody who has reported, and whoever has when it came back', () => {
    const reports = [report('2026-12-01T08:00:00Z', { author: 'berta' })]
    expect(ask({ reports })).toEqual([])
    expect(ask({ reports, decisions: [decision('returned')] })).toEqual(['anna', 'berta'])
  })
})

describe('reminders', () => {
  test('come on working days, and what fell on another is made up for', () => {
    const holidays = new Set(['2026-12-11'])
    const on = (day: string) => stageOn(round, day, holidays)
    expect(on('2026-12-01')).toBeUndefined()
    expect(on('2026-12-03')).toBe('week')
    expect(on('2026-12-08')).toBe('week')
    expect(on('2026-12-09')).toBe('day')
    expect(on('2026-12-13')).toBe('day')
    expect(on('2026-12-14')).toBe('late')
    expect(on('2026-12-18')).toBe('closing')
  })
})
