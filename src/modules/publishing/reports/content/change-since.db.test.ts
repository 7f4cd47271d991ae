import { expect } from 'vitest'
import { actionsOf } from '#modules/strategy'
import { citedFigures } from '#platform/reports/report.ts'
import { test } from '../../../../../tests/support/database.ts'
import { changesBetween } from './change-since.ts'
import { reportDataOf } from './content.testing.ts'
import type { PlanData, ReportData } from './data.ts'
import { writeReport } from './index.ts'

/** Liepāja's plan, and how it was when one action had not been reported on and one figure was another. */
async function before(
  read: Promise<ReportData>,
): Promise<{ now: PlanData; then: PlanData; data: ReportData }> {
  const data = await read
  const now = data.plan
  if (!now) throw new Error('the tests’ database has no plan of Liepāja')
  const then = structuredClone(now)
  for (const action of actionsOf(then.tree)) if (action.code === '1.1.1') action.history = []
  const [first] = then.judged.filter(({ series }) => series.key === '3')
  if (first?.verdict.observation?.value.kind === 'share') first.verdict.observation.value.number = 6.5
  return { now, then, data: { ...data, sinceAsked: '2025-01-01', since: { ...then, on: '2025-01-01' } } }
}

test('nothing changed between a plan and itself', async ({ db }) => {
  const { now } = await before(reportDataOf(db))
  expect(changesBetween(now, now)).toEqual({ actions: [], gone: [], series: [] })
})

test('changes are the statuses and figures that differ', async ({ db }) => {
  const { now, then } = await before(reportDataOf(db))
  const { actions, gone, series } = changesBetween(then, now)
  expect(actions.map(({ action }) => action.code)).toEqual(['1.1.1'])
  expect(series.map(({ now: one }) => one.series.key)).toEqual(['3'])
  expect(gone).toEqual([])
})

test('a supervision report shows what was and what is', async ({ db }) => {
  const { data } = await before(reportDataOf(db))
  const cited = citedFigures(writeReport('supervision', data, 'lv'))
  const said = (id: string) => cited.get(id)?.said.replaceAll('\u00a0', ' ')
  expect(said('count:changed/actions')).toBe('1')
  expect(said('indicator:3@2024/2025#2025-01-01')).toBe('6,5 %')
  expect(said('indicator:3@2024/2025')).toBe('4,5 %')
})

test('a day before the plan was entered has nothing to compare, which is said', async ({ db }) => {
  const data = await reportDataOf(db, { since: '2020-01-01' })
  expect(data.since).toBeNull()
  const [section] = writeReport('supervision', data, 'lv').sections.filter(({ key }) => key === 'changes')
  expect(JSON.stringify(section?.blocks)).toContain('01.01.2020.')
})
