import { expect, test } from 'vitest'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { askEvidence, askNextDue, type DutyEvidence, declareDutyEvidence } from './evidence.server.ts'

const tx = {} as DatabaseTransaction
const asked = { period: '2026', dueOn: '2026-10-01', today: '2026-09-01' }
const missing = (words: string): DutyEvidence => ({
  missing: [{ lv: words, en: words }],
  doneOn: null,
  address: null,
})

test('what modules say is missing is told together, until one of them says that it is done', async () => {
  declareDutyEvidence('tried', async () => missing('figures'))
  declareDutyEvidence('tried', async (_tx, _id, { period }) =>
    period === '2025'
      ? { missing: [], doneOn: '2026-01-15', address: '/liepaja/parskati/a' }
      : { ...missing('report'), address: '/liepaja/ricibas-plans' },
  )
  expect(await askEvidence('tried', tx, 'town', asked)).toEqual({
    missing: [
      { lv: 'figures', en: 'figures' },
      { lv: 'report', en: 'report' },
    ],
    doneOn: null,
    address: '/liepaja/ricibas-plans',
  })
  expect(await askEvidence('tried', tx, 'town', { ...asked, period: '2025' })).toMatchObject({
    missing: [],
    doneOn: '2026-01-15',
  })
})

test('of a kind that no module knows nothing is said', async () => {
  expect(await askEvidence('unknown', tx, 'town', asked)).toEqual({
    missing: [],
    doneOn: null,
    address: null,
  })
  expect(await askNextDue('unknown', tx, 'town', '2026-09-01')).toBeNull()
})
