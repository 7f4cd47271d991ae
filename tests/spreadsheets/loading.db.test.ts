import { readFile } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, expect, vi } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findOwnProgress } from '#platform/jobs/progress-store.server.ts'
import { startJobs, type Workers } from '#platform/jobs/start-jobs.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import {
  askToLoad,
  carryOut,
  loadUploadJob,
  refusedOnDesk,
} from '../../src/app/uploads/load-upload.job.server.ts'
import { readUpload } from '../../src/app/uploads/upload.service.server.ts'
import { test } from '../support/database.ts'
import { fileOf, prepareUpload } from '../support/uploads.ts'

const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => errors.mockRestore())
let running: Workers | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})
const patiently = { timeout: 30_000, interval: 100 }

/** An account with its role in the database, as the job will look it up, and an upload that is ready. */
async function prepare(db: Database, file: string, content: string) {
  const found = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const municipality = { id: found?.id ?? '', slug: 'liepaja' }
  const scope = { kind: 'municipality', municipalityId: municipality.id } as const
  const user: User = { id: `head-${uuidv7()}`, kind: 'member', grants: [{ role: 'educationHead', scope }] }
  await giveRole(db, operator(), {
    accountId: user.id,
    role: 'educationHead',
    scope,
    validFrom: '2020-01-01',
    validTo: null,
  })
  const plan = 'liepaja-2020-2025'
  return prepareUpload(db, user, { municipality, plan }, [fileOf(file, content)])
}

const changed = async (word: string) => {
  const text = (await readFile('data/liepaja-2020-2025/values.csv', 'utf8')).trimEnd()
  const [head, first = '', ...rest] = text.split('\n')
  return [head, first.replace(/^([^,]*,\d+,)/, `$1${word} `), ...rest].join('\n')
}

const work = async (db: Database) => {
  running = await startJobs({
    db,
    jobs: [loadUploadJob],
    post: async () => undefined,
    settings: readSettings({}),
    lookSeconds: 0.5,
  })
}

test('an upload that is decided on is loaded by the job, and its sender is told', async ({ db }) => {
  const { user, of } = await prepare(db, 'values.csv', await changed('Pirmā'))
  await work(db)
  expect(await askToLoad(db, user, of, { why: 'precizēts', ends: {} })).toBe(true)
  await vi.waitFor(async () => {
    expect(await readUpload(db, user, of)).toMatchObject({
      upload: { state: 'committed', result: { changed: 1 } },
    })
    const progress = await readAs(db, user, (tx) => findOwnProgress(tx, user.id))
    expect(progress).toMatchObject([{ job: 'app.loadUpload', state: 'done' }])
  }, patiently)
  expect(await askToLoad(db, user, of, { why: 'vēlreiz', ends: {} })).toBe(false)
})

test('a loading that is killed between leaves nothing, and goes through when it is begun again', async ({
  db,
}) => {
  const { user, of } = await prepare(db, 'values.csv', await changed('Otrā'))
  await askToLoad(db, user, of, { why: 'precizēts', ends: {} })
  const killed = carryOut(db, user, of, (done, _, note) => {
    if (note === 'app.data.loading.write' && done > 0) throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await readUpload(db, user, of)).toMatchObject({ upload: { state: 'loading', result: null } })
  await work(db)
  await vi.waitFor(async () => {
    expect(await readUpload(db, user, of)).toMatchObject({
      upload: { state: 'committed', result: { changed: 1 } },
    })
  }, patiently)
  // The queue may hand it out once more.
  await carryOut(db, user, of)
  expect(await readUpload(db, user, of)).toMatchObject({ upload: { result: { changed: 1 } } })
})

test('what is refused is not tried again, waits on the desk, and can be decided anew', async ({ db }) => {
  const text = await readFile('data/liepaja-2020-2025/external-factors.csv', 'utf8')
  const short = text.trimEnd().split('\n').slice(0, -2).join('\n')
  const { user, of } = await prepare(db, 'external-factors.csv', short)
  await askToLoad(db, user, of, { why: 'vairs nav', ends: { externalFactors: 3 } })
  await carryOut(db, user, of)
  expect(await readUpload(db, user, of)).toMatchObject({
    upload: { state: 'mapped', failure: { kind: 'count', sheet: 'externalFactors', count: 2 } },
  })
  expect(await readAs(db, user, (tx) => refusedOnDesk(tx, user))).toMatchObject([
    { isFailure: true, address: `/dati/ielade/${of.id}` },
  ])
  await askToLoad(db, user, of, { why: 'tomēr paliek', ends: {} })
  await carryOut(db, user, of)
  expect(await readAs(db, user, (tx) => refusedOnDesk(tx, user))).toEqual([])
  expect(await readUpload(db, user, of)).toMatchObject({ upload: { state: 'committed' } })
})
