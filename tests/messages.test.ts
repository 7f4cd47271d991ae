import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { sendReport } from '../src/modules/work/report-service.server.ts'

/** A data folder with one report about the whole country in it. */
async function prepare(folder: string, once: string) {
  const open = await openDatabase({ databaseUrl: undefined, dataFolder: folder })
  const { db, close } = open
  await migrate(open)
  await sendReport(db, {
    municipalityId: COUNTRY,
    once,
    entry: { kind: 'barrier', content: 'Karti nevar lasīt ar ekrāna lasītāju.', contact: 'ilze@example.lv' },
    place: { address: '/', title: 'Latvijas izglītība' },
    language: 'lv',
    clientAddress: '198.51.100.1',
  })
  await close()
}

test('the operator reads what visitors have told, and closes it', { timeout: 120_000 }, async ({
  onTestFinished,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-messages-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const once = uuidv7()
  await prepare(folder, once)
  const run = (...words: string[]) => {
    const environment = { ...process.env, IZAUGSME_DATA: folder, DATABASE_URL: '' }
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/app/cli.ts', ...words], {
      env: environment,
      encoding: 'utf8',
    })
    return { said: `${stdout}${stderr}`, status }
  }

  const { said, status } = run('messages', 'latvija')
  expect(status).toBe(0)
  expect(said).toMatch(/^1 ziņojums\.\n/)
  expect(said).toContain(`jauns · Lapu ir grūti lasīt, klausīties vai lietot · ${once}`)
  expect(said).toContain(
    'Latvijas izglītība (/)\nKarti nevar lasīt ar ekrāna lasītāju.\nAtbildēt: ilze@example.lv',
  )
  expect(run('messages', 'close', 'latvija', once)).toEqual({ said: 'Ziņojums ir pabeigts.\n', status: 0 })
  expect(run('messages', 'latvija').said).toContain('· pabeigts ·')
  expect(run('audit', 'verify').status).toBe(0)
  expect(run('messages', 'close', 'latvija', once, '-l', 'en')).toEqual({
    said: 'This municipality has no such open report.\n',
    status: 1,
  })
  expect(run('messages', 'close', 'latvija', 'pirmais').status).toBe(1)
  expect(run('messages', 'atlantida').status).toBe(1)
})
