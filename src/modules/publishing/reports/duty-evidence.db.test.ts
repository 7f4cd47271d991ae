import { expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import { showPublished } from './duty-evidence.server.ts'
import { freezeReport, previewFrozen } from './freeze.service.server.ts'
import { beginReport } from './report.service.server.ts'

test('a published quality report shows its duty as done in its year and school year only', async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const head = memberOf(municipalityId, 'educationHead', 'head')
  const ask = (period: string) =>
    readAs(db, THE_PUBLIC, (tx) =>
      showPublished('quality')(tx, municipalityId, { period, dueOn: null, today: municipalDay() }),
    )
  expect(await ask('2026')).toMatchObject({
    doneOn: null,
    missing: [{ lv: expect.stringContaining('nav publicēts') }],
  })
  const about = { strategy: 'liepaja-2020-2025', institutionId: null, asOf: null, since: null, title: null }
  const key = await beginReport(db, head, municipalityId, { ...about, kind: 'quality' })
  const asked = { municipalityId, key }
  const { mark } = await previewFrozen(db, head, asked)
  const at = new Date('2026-05-12T09:00:00Z')
  // What only the department reads is no report to the public.
  await freezeReport(db, head, asked, { isPublic: false, seen: mark }, at)
  expect((await ask('2026')).doneOn).toBeNull()
  const number = await freezeReport(db, head, asked, { isPublic: true, seen: mark }, at)
  const shown = { doneOn: '2026-05-12', missing: [], address: `/liepaja/parskati/${key}/${number}` }
  expect(await ask('2026')).toEqual(shown)
  expect(await ask('2025/2026')).toEqual(shown)
  for (const other of ['2025', '2027', '2026/2027']) expect((await ask(other)).doneOn).toBeNull()
})
