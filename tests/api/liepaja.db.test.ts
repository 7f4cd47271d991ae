import { describe, expect } from 'vitest'
import { readSurveys } from '#modules/surveys.server'
import { readAs } from '#platform/database/scope.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test } from '../support/database.ts'
import { askJson, STRATEGY } from './ask.ts'

describe('Liepāja’s strategy in 2024/2025', () => {
  test('counts its series, actions and indicators', async ({ db }) => {
    expect(await askJson(db, `${STRATEGY}/summary`)).toMatchObject({
      strategy: 'liepaja-2020-2025',
      period: '2024/2025',
      targetYear: 2025,
      periodRule: [
        { period: '2023/2024', targetYear: 2023 },
        { period: '2024/2025', targetYear: 2025 },
      ],
      actions: {
        total: 47,
        byStatus: { implemented: 14, inProgress: 16, partial: 14, deferred: 1, notStarted: 2 },
        unreported: 0,
        asOf: '2024/2025',
      },
      series: { total: 68, judged: 45, met: 15, missed: 30, onTrack: 0, offTrack: 0, notEvaluable: 23 },
      indicators: { total: 31 },
    })
  })

  test('counts them by goal', async ({ db }) => {
    const { goals } = await askJson(db, `${STRATEGY}/summary?period=2024/2025`)
    expect(goals).toMatchObject([
      { code: 'KP1', series: { total: 21, met: 3, missed: 9, notEvaluable: 9 } },
      { code: 'KP2', series: { total: 30, met: 10, missed: 16, notEvaluable: 4 } },
      { code: 'KP3', series: { total: 8, met: 0, missed: 3, notEvaluable: 5 } },
      { code: 'KP4', series: { total: 9, met: 2, missed: 2, notEvaluable: 5 } },
    ])
  })

  test('its verdicts are those that the summary counts', async ({ db }) => {
    const { items } = await askJson(db, `${STRATEGY}/indicators`)
    const verdicts = items.flatMap(({ series }: { series: { verdict: { status: string } }[] }) =>
      series.map(({ verdict }) => verdict.status),
    )
    expect(items).toHaveLength(31)
    expect(verdicts).toHaveLength(68)
    expect(verdicts.filter((status: string) => status === 'met')).toHaveLength(15)
  })

  test('a figure comes with all that it was computed from', async ({ db }) => {
    const { items } = await askJson(db, `${STRATEGY}/indicators?period=2023/2024`)
    expect(items[0].series[0]).toMatchObject({
      key: '1/preschool',
      breakdown: { institutionType: 'preschool' },
      baseline: { period: '2021', value: { kind: 'number', number: 8, unit: 'count' }, recomputed: false },
      targets: [
        {
          year: 2023,
          kind: 'absolute',
          value: 10,
          needed: 10,
          printed: '10',
          recordedAt: expect.any(String),
        },
        { year: 2025, kind: 'absolute', value: 12, needed: 12 },
      ],
      results: [
        { period: '2023/2024', value: { kind: 'number', number: 23 }, source: 'evaluation', revision: 1 },
        { period: '2024/2025', value: { kind: 'text' } },
      ],
      verdict: {
        status: 'met',
        reason: null,
        targetYear: 2023,
        targetValue: 10,
        arithmetic: { en: 'Target: 10; the result of 23 is greater → met' },
      },
    })
  })

  test('says why nothing is judged', async ({ db }) => {
    const { items } = await askJson(db, `${STRATEGY}/indicators`)
    const retired = items.find(({ code }: { code: string }) => code === '17')
    expect(retired).toMatchObject({
      retirement: {
        on: null,
        reason: { en: 'The indicator is no longer relevant; the date is not stated.' },
      },
      series: [
        {
          verdict: {
            status: 'notEvaluable',
            reason: 'retired',
            value: { kind: 'missing', missing: 'retired' },
          },
        },
      ],
    })
  })

  test('actions can be asked for by goal and status', async ({ db }) => {
    const { items } = await askJson(db, `${STRATEGY}/actions?status=deferred`)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ status: 'deferred', asOf: '2024/2025', responsible: null })
    expect((await askJson(db, `${STRATEGY}/actions?goal=${items[0].goal}`)).items).toContainEqual(items[0])
  })

  test('findings can be asked for by code and severity', async ({ db }) => {
    const { items } = await askJson(
      db,
      `${STRATEGY}/findings?code=survey-share-impossible&severity=contradiction`,
    )
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['survey-share-impossible']),
    )
  })

  test('its surveys are found by municipality and strategy', async ({ db }) => {
    const { items } = await askJson(db, '/surveys?strategy=liepaja-2020-2025')
    expect(items.map(({ id }: { id: string }) => id)).toEqual([
      'liepaja-strategy-in-practice',
      'liepaja-needs-in-practice',
    ])
    expect((await askJson(db, '/surveys?municipality=liepaja')).items).toEqual(items)
    expect((await askJson(db, '/surveys?municipality=riga')).items).toEqual([])
  })

  test('a survey is found by its UUID as well', async ({ db }) => {
    const [first] = await readAs(db, THE_PUBLIC, readSurveys)
    const survey = await askJson(db, `/surveys/${first?.survey.id}`)
    expect(survey).toEqual(await askJson(db, '/surveys/liepaja-strategy-in-practice'))
  })

  test('a survey’s share comes with its uncertainty', async ({ db }) => {
    const { items } = await askJson(db, '/surveys/liepaja-strategy-in-practice/results')
    expect(items[0]).toMatchObject({
      group: 'preschoolTeachers',
      item: 'vision',
      n: 216,
      population: { kind: 'feasible', low: 497, high: 508 },
      share: 81,
      missing: null,
      interval: { method: 'wilsonFinite', level: 0.95 },
    })
    expect(items[0].interval.low).toBeLessThan(81)
    expect(items[0].interval.high).toBeGreaterThan(81)
  })

  test('nothing was known before it was recorded', async ({ db }) => {
    const { asOf, actions, series } = await askJson(db, `${STRATEGY}/summary?asOf=2020-01-01T00:00:00Z`)
    expect(asOf).toBe('2020-01-01T00:00:00.000Z')
    expect(actions).toMatchObject({ total: 0, unreported: 0 })
    expect(series).toMatchObject({ total: 68, judged: 0 })
  })

  test('asking for the state that an answer names gives the answer again', async ({ db }) => {
    const now = await askJson(db, `${STRATEGY}/indicators`)
    expect(await askJson(db, `${STRATEGY}/indicators?asOf=${now.asOf}`)).toEqual(now)
  })
})

test('municipalities are those of the day', async ({ db }) => {
  const now = await askJson(db, '/municipalities?on=2026-09-01')
  const before = await askJson(db, '/municipalities?on=2024-01-01')
  expect(now.items.find(({ slug }: { slug: string }) => slug === 'liepaja').strategies).toEqual([
    'liepaja-2020-2025',
  ])
  expect(before.items.length).toBeGreaterThan(now.items.length)
})

test('a strategy that is not public does not exist', async ({ db }) => {
  const { items } = await askJson(db, '/strategies')
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['liepaja-2020-2025'])
})
