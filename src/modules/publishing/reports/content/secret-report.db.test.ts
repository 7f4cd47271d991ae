import { sql } from 'kysely'
import { expect } from 'vitest'
import { blocksOf } from '#platform/reports/report.ts'
import { test } from '../../../../../tests/support/database.ts'
import { asSuperuser } from '../../../../../tests/support/superuser.ts'
import { compareQuoted } from './compare-quoted.ts'
import { reportDataOf } from './content.testing.ts'
import { forInstitution, REPORT_KINDS, writeReport } from './index.ts'

test('no report tells of few people, in either language', async ({ open, db }) => {
  await asSuperuser(open, async (superuser) => {
    await sql`alter table surveys.result disable trigger user`.execute(superuser)
    await sql`update surveys.survey_group set respondents = 7 where code = 'preschoolTeachers'`.execute(
      superuser,
    )
    await sql`update surveys.result set share = 57.1429, decimals = 4
      where survey_group = 'preschoolTeachers'`.execute(superuser)
    await sql`update surveys.printed_mean set printed_mean = 58.6173, decimals = 4
      where survey_group = 'preschoolTeachers'`.execute(superuser)
  })
  const data = await reportDataOf(db)
  const told = REPORT_KINDS.flatMap((kind) => [writeReport(kind, data, 'lv'), writeReport(kind, data, 'en')])
  expect(JSON.stringify(told)).not.toMatch(/57[.,]14|58[.,]61/)
  expect(JSON.stringify(compareQuoted(data, []))).not.toMatch(/57\.14|58\.61/)
  expect(JSON.stringify(told)).not.toContain('answers:strategy-in-practice/vision/preschoolTeachers')
})

test('a report about one institution names figures of no other', async ({ db }) => {
  const data = await reportDataOf(db)
  const ids = new Map(data.network.institutions.map(({ key, id }) => [key, id]))
  for (const key of ['lvt', 'ljk', 'mikc']) {
    const report = writeReport('results', forInstitution(data, ids.get(key) ?? ''), 'lv')
    const all = JSON.stringify(report)
    expect(all).toContain(`indicator:9/${key}@`)
    for (const other of ['lvt', 'ljk', 'mikc'].filter((one) => one !== key))
      expect(all).not.toContain(`indicator:9/${other}@`)
  }
})

test('forty institutions are written from one reading in a moment', async ({ db }) => {
  const data = await reportDataOf(db)
  const [some] = data.network.institutions
  const began = performance.now()
  for (let count = 0; count < 40; count++) writeReport('results', forInstitution(data, some?.id ?? ''), 'lv')
  expect(performance.now() - began).toBeLessThan(2000)
})

test('a municipality without data gets a short report that says so', async ({ db }) => {
  const data = await reportDataOf(db, { slug: 'ogres-novads' })
  for (const kind of REPORT_KINDS)
    for (const language of ['lv', 'en'] as const) {
      const report = writeReport(kind, data, language)
      expect(report.sections).toHaveLength(1)
      expect(blocksOf(report).map((block) => block.kind)).toEqual(['note'])
    }
})
