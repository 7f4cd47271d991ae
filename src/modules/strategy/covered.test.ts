import { expect, test } from 'vitest'
import { coveredFrom } from './covered.ts'
import type { StrategySummary } from './model.ts'

const plan = (
  startsOn: string,
  endsOn: string,
  version: StrategySummary['version'] = 'adopted',
): StrategySummary => ({
  id: startsOn,
  municipalityId: 'town',
  key: startsOn,
  title: { lv: startsOn, en: startsOn },
  version,
  period: { startsOn, endsOn },
})
const first = plan('2020-01-01', '2025-12-31')

test('what ended is covered until its last day, and a draft covers nothing', () => {
  const draft = plan('2026-01-01', '2029-12-31', 'draft')
  expect(coveredFrom([draft, first], '2026-11-30')).toMatchObject({ until: '2025-12-31', drafts: [draft] })
})

test('the next one that begins the day after goes on; one that begins later leaves a gap', () => {
  const next = plan('2026-01-01', '2029-12-31')
  expect(coveredFrom([next, first], '2025-06-01')).toMatchObject({ until: '2029-12-31', next: undefined })
  const late = plan('2026-01-02', '2029-12-31')
  expect(coveredFrom([late, first], '2025-06-01')).toMatchObject({ until: '2025-12-31', next: late })
  expect(coveredFrom([late, first], '2026-06-01')).toMatchObject({ until: '2029-12-31' })
})

test('a short one within a long one takes nothing from it', () => {
  expect(coveredFrom([plan('2022-01-01', '2023-12-31'), first], '2024-06-01')?.until).toBe('2025-12-31')
})

test('nothing is covered where nothing that has begun was adopted', () => {
  expect(coveredFrom([plan('2020-01-01', '2025-12-31', 'draft')], '2024-06-01')).toBeUndefined()
  expect(coveredFrom([first], '2019-12-31')).toBeUndefined()
})
