import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findInstitutions } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findFiles } from '#platform/files/file-store.server.ts'
import { blocksOf, type Report, runsOf } from '#platform/reports/report.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { test as databaseTest } from '../../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../../tests/support/editors.ts'
import { writePublicly } from '../written.server.ts'
import { type Draw, makeRun } from './make-reports.job.server.ts'
import { retryRun, startRun } from './run.service.server.ts'
import { findRunItems } from './run-store.server.ts'

const PLAN = 'liepaja-2020-2025'
const test = databaseTest.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-runs-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** A file that holds what the report says, so that a test can tell whose it is. */
const drawn =
  (seen: string[]): Draw =>
  async (report: Report) => {
    const words = [
      report.subtitle,
      ...blocksOf(report)
        .flatMap(runsOf)
        .map(({ text }) => text),
    ].join('\n')
    seen.push(words)
    return new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF`)
  }

async function start(db: Database, how: { many: number }) {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const head = memberOf(municipalityId, 'educationHead', 'head')
  const all = await readAs(db, THE_PUBLIC, (tx) => findInstitutions(tx, municipalityId))
  const institutionIds = all.slice(0, how.many).map(({ id }) => id)
  const runId = uuidv7()
  const run = { id: runId, kind: 'results', strategy: PLAN, asOf: null, since: null, institutionIds } as const
  await startRun(db, head, municipalityId, run)
  await startRun(db, head, municipalityId, run)
  const items = () =>
    readAs(db, operator(municipalityId), (tx) => findRunItems(tx, municipalityId, runId), { municipalityId })
  const files = async () =>
    (
      await readAs(db, operator(municipalityId), (tx) => findFiles(tx, municipalityId, 'publishing.run'), {
        municipalityId,
      })
    ).filter(({ institutionId }) => institutionIds.includes(institutionId ?? ''))
  return { municipalityId, head, institutionIds, runId, items, files }
}

describe('reports of many institutions', () => {
  test('are each that of its institution', async ({ db, folder }) => {
    const { municipalityId, institutionIds, runId, items } = await start(db, { many: 3 })
    const seen: string[] = []
    await makeRun(db, { municipalityId, runId }, { folder, draw: drawn(seen) })
    const made = await items()
    expect(made.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(made.every(({ files }) => files.length === 4)).toBe(true)
    for (const institutionId of institutionIds) {
      const alone = await writePublicly(db, municipalityId, {
        kind: 'results',
        strategy: PLAN,
        institutionId,
        asOf: null,
        since: null,
      })
      for (const report of [alone.report.lv, alone.report.en]) {
        const words = [
          report.subtitle,
          ...blocksOf(report)
            .flatMap(runsOf)
            .map(({ text }) => text),
        ]
        expect(seen).toContain(words.join('\n'))
      }
    }
    expect(new Set(seen).size).toBe(institutionIds.length * 2)
  })

  test('go on where they were killed: nothing twice, nothing missing', async ({ db, folder }) => {
    const { municipalityId, institutionIds, runId, items, files } = await start(db, { many: 5 })
    const before = (await files()).length
    const seen: string[] = []
    const killed = new AbortController()
    const half: Draw = async (report, format) => {
      if (seen.length === 10) killed.abort(new Error('killed'))
      return drawn(seen)(report, format)
    }
    const first = makeRun(db, { municipalityId, runId }, { folder, draw: half, signal: killed.signal })
    await expect(first).rejects.toThrow('killed')
    const between = await items()
    expect(between.filter(({ state }) => state === 'done').length).toBeGreaterThan(0)
    expect(between.filter(({ state }) => state === 'waiting').length).toBeGreaterThan(0)
    await makeRun(db, { municipalityId, runId }, { folder, draw: drawn(seen) })
    await makeRun(db, { municipalityId, runId }, { folder, draw: drawn(seen) })
    const after = await items()
    expect(after).toHaveLength(institutionIds.length)
    expect(after.every(({ state }) => state === 'done')).toBe(true)
    for (const one of between.filter(({ state }) => state === 'done')) expect(after).toContainEqual(one)
    expect((await files()).length - before).toBe(institutionIds.length * 4)
  })

  test('are not stopped by one that fails; it is named and can be tried again', async ({ db, folder }) => {
    const { municipalityId, head, institutionIds, runId, items } = await start(db, { many: 4 })
    let drawings = 0
    const failing: Draw = async (report, format) => {
      drawings += 1
      // The first drawing of the second institution.
      if (drawings === 5) throw new RangeError('Anna ir vienīgā skolotāja')
      return drawn([])(report, format)
    }
    await makeRun(db, { municipalityId, runId }, { folder, draw: failing })
    const states = (await items()).map(({ state }) => state)
    expect(states.filter((state) => state === 'done')).toHaveLength(institutionIds.length - 1)
    const failed = (await items()).find(({ state }) => state === 'failed')
    expect(failed).toMatchObject({ problem: 'RangeError', files: [] })
    const page = await (await openEditor(db, head)).read(`/darbs/liepaja/parskati/visas-iestades/${runId}`)
    expect(page).toContain('Neizdevās (RangeError)')
    expect(page).not.toContain('vienīgā skolotāja')
    await retryRun(db, head, municipalityId, runId)
    await makeRun(db, { municipalityId, runId }, { folder, draw: drawn([]) })
    expect((await items()).every(({ state }) => state === 'done')).toBe(true)
  })
})

test('a run whose job was given up can be gone on with, once it should have ended', async ({
  db,
  folder,
}) => {
  const { municipalityId, head, runId, items } = await start(db, { many: 3 })
  const address = `/darbs/liepaja/parskati/visas-iestades/${runId}`
  const editor = await openEditor(db, head)
  expect(await editor.read(address)).not.toContain('kas vēl gaida')
  await writeAs(db, head, (tx) =>
    sql`update publishing.report_run set asked_at = asked_at - interval '2 hours' where id = ${runId}`.execute(
      tx,
    ),
  )
  expect(await editor.read(address)).toContain('Turpināt ar 3, kas vēl gaida')
  expect((await editor.ask(address, {})).status).toBe(303)
  await makeRun(db, { municipalityId, runId }, { folder, draw: drawn([]) })
  expect((await items()).every(({ state }) => state === 'done')).toBe(true)
  expect(await editor.read(address)).not.toContain('kas vēl gaida')
})

test('a run is asked for by ticking institutions, and is for those who write reports', async ({ db }) => {
  const municipalityId = await municipalityIdOf(db, 'liepaja')
  const head = await openEditor(db, memberOf(municipalityId, 'educationHead', 'head'))
  const at = '/darbs/liepaja/parskati/visas-iestades'
  const nobody = await head.ask(at, { kind: 'results', strategy: PLAN, title: 'x' })
  expect(nobody.status).toBe(422)
  const [name = ''] = /institution\.[\w-]+/.exec(await head.read(at)) ?? []
  const asked = await head.ask(at, { kind: 'quality', strategy: PLAN, [name]: 'yes' })
  expect(asked.status).toBe(303)
  const page = await head.read(asked.headers.get('location') ?? '')
  expect(page).toContain('Gatavi 0 no 1 pārskatiem.')
  expect(page).toContain('Gaida')
  const council = await openEditor(db, memberOf(municipalityId, 'councilMember', 'council'))
  expect((await council.ask(at)).status).toBe(403)
})
