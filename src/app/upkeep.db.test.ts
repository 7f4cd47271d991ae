import { v7 as uuidv7 } from 'uuid'
import { expect, vi } from 'vitest'
import { listReports } from '#modules/work.server'
import { operator } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { ageContact } from '../../tests/support/age-contact.ts'
import { test } from '../../tests/support/database.ts'
import { sendReport } from '../modules/work/report-service.server.ts'
import { startUpkeep } from './upkeep.server.ts'

const contactsOf = async (db: Parameters<typeof startUpkeep>[0]) =>
  (await listReports(db, operator(COUNTRY), COUNTRY)).map(({ contact }) => contact)

test('what may be kept no longer is erased when the server starts', async ({ open, db, onTestFinished }) => {
  const report = {
    municipalityId: COUNTRY,
    once: uuidv7(),
    entry: { kind: 'other', content: 'Kas cits sakāms', contact: 'ilze@example.lv' },
    place: undefined,
    language: 'lv',
    clientAddress: '198.51.100.1',
  } as const
  await sendReport(db, report)
  await ageContact(open, report.once)
  expect(await contactsOf(db)).toEqual(['ilze@example.lv'])
  onTestFinished(startUpkeep(db))
  await vi.waitFor(async () => expect(await contactsOf(db)).toEqual([null]))
})
