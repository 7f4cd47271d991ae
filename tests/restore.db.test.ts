import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { partsOf } from '#platform/backup/manifest.ts'
import { checkBackup } from '#platform/backup/read-backup.server.ts'
import { restoreBackup } from '#platform/backup/restore.server.ts'
import { writeBackup } from '#platform/backup/write-backup.server.ts'
import { findPending } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { beginAsSealer } from '#platform/database/scope.server.ts'
import { findJournalFaults } from '#platform/journal/verify.server.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { backupTerms } from '../src/app/backup-terms.server.ts'
import { sendReport } from '../src/modules/work/report-service.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as base } from './support/database.ts'
import { openOldDatabase } from './support/old-database.ts'
import { databaseUrl, runOnServer } from './support/server-databases.ts'

const SECRET = 'a secret of the tests, long enough for it'
const isEmbedded = inject('engine') === 'pglite'

type Target = { open: OpenDatabase; folder: string }

const test = base
  .extend(
    'folder',
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) => {
      const folder = await mkdtemp(join(tmpdir(), 'izaugsme-restore-'))
      onCleanup(() => rm(folder, { recursive: true, force: true }))
      return folder
    },
  )
  .extend(
    'lost',
    /** Databases in which there is nothing, as after the loss of one: of either engine, as far as there is a server. */
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
    async ({}, { onCleanup }) =>
      async (engine: OpenDatabase['engine']): Promise<Target> => {
        const folder = await mkdtemp(join(tmpdir(), 'izaugsme-lost-'))
        const { open, drop } = engine === 'pglite' ? await openFolder(folder) : await openOnServer()
        onCleanup(async () => {
          await open.close()
          await drop()
          await rm(folder, { recursive: true, force: true })
        })
        return { open, folder }
      },
  )

async function openFolder(dataFolder: string) {
  return { open: await openDatabase({ databaseUrl: undefined, dataFolder }), drop: async () => undefined }
}

async function openOnServer() {
  const { url } = inject('server')
  const name = `izaugsme_lost_${randomUUID().replaceAll('-', '')}`
  await runOnServer(url, `create database ${name}`)
  const open = await openDatabase({ databaseUrl: databaseUrl(url, name), dataFolder: '' })
  return { open, drop: () => runOnServer(url, `drop database ${name}`) }
}

const termsIn = (dataFolder: string) => backupTerms({ dataFolder, secret: SECRET })

const ADDRESSES = [
  '/',
  '/liepaja',
  '/liepaja/raditaji',
  '/liepaja/strategija',
  '/en/liepaja',
  '/api/v1/municipalities',
  '/liepaja/datu-kvalitate',
]

async function pagesOf({ db }: OpenDatabase) {
  const ask = await openBuiltSite(db)
  return Promise.all(
    ADDRESSES.map(async (address) => {
      const answer = await ask(address)
      return [address, answer.status, await answer.text()] as const
    }),
  )
}

const faultsIn = ({ db }: OpenDatabase) => beginAsSealer(db, (tx) => findJournalFaults(tx))

async function epochOf({ db }: OpenDatabase) {
  const { rows } = await beginAsSealer(db, (tx) =>
    sql<{ number: number }>`select platform.current_epoch() as number`.execute(tx),
  )
  return rows[0]?.number
}

const write = ({ db }: OpenDatabase) =>
  sendReport(db, {
    municipalityId: COUNTRY,
    once: randomUUID(),
    entry: {
      kind: 'barrier',
      content: 'Teksts ar\ttabulatoru,\njaunu rindu, \\N un “pēdiņām”.',
      contact: '',
    },
    place: { address: '/', title: 'Latvijas izglītība' },
    language: 'lv',
    clientAddress: '198.51.100.1',
  })

const engines: OpenDatabase['engine'][] = isEmbedded ? ['pglite'] : ['postgres', 'pglite']

test.for(engines)(
  'a lost database comes back as it was, on %s',
  { timeout: 120_000 },
  async (engine, { open, folder, lost }) => {
    const kept = join('00000000-0000-7000-8000-0000000000aa', 'f'.repeat(64))
    await mkdir(dirname(join(folder, 'files', kept)), { recursive: true })
    await writeFile(join(folder, 'files', kept), Buffer.from([0, 255, 10, 13]))
    await writeFile(join(folder, 'files', 'empty'), '')
    await write(open)
    const file = join(folder, 'copy.izaugsme')
    const saved = await writeBackup(open, file, await termsIn(folder))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(saved.leftOut).toEqual(
      expect.arrayContaining(['accounts.user_session', 'accounts.verification', 'platform.post']) as string[],
    )
    const before = await pagesOf(open)
    expect(before.map(([, status]) => status)).not.toContain(500)

    const target = await lost(engine)
    const { manifest, upgradedBy } = await restoreBackup(target.open, file, await termsIn(target.folder))
    expect(upgradedBy).toEqual([])
    expect(await pagesOf(target.open)).toEqual(before)
    expect(await readFile(join(target.folder, 'files', kept))).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(await faultsIn(target.open)).toEqual([])
    expect(await epochOf(target.open)).toBe(((await epochOf(open)) ?? 0) + 1)

    const again = await writeBackup(target.open, join(folder, 'again'), await termsIn(target.folder))
    const contents = ({ tables, files }: typeof manifest) => [
      ...tables.filter(({ name }) => name !== 'platform.epoch'),
      ...files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ]
    expect(contents(again)).toEqual(contents(manifest))

    await write(target.open)
    expect(await faultsIn(target.open)).toEqual([])
  },
)

test('a copy that is damaged or was cut is refused before anything is touched', async ({
  open,
  folder,
  lost,
}) => {
  const file = join(folder, 'copy')
  await writeBackup(open, file, await termsIn(folder))
  const bytes = await readFile(file)
  const target = await lost('pglite')
  const broken = join(folder, 'broken')
  const refusal = async (content: Uint8Array) => {
    await writeFile(broken, content)
    return restoreBackup(target.open, broken, await termsIn(target.folder)).then(
      () => 'restored',
      (error: { reason?: string }) => error.reason ?? error,
    )
  }
  for (const part of [0, 0.001, 0.3, 0.7, 0.999])
    expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * part))), `cut at ${part}`).toMatch(
      /^platform\.backup\.(cut|damaged)$/,
    )
  for (let step = 1; step <= 20; step += 1) {
    const damaged = Buffer.from(bytes)
    const at = 10 + Math.floor(((bytes.length - 11) * step) / 20)
    damaged[at] = (damaged[at] ?? 0) ^ 0x10
    expect(await refusal(damaged), `damaged at ${at}`).toMatch(/^platform\.backup\.(cut|damaged)$/)
  }
  expect(await refusal(Buffer.from('PK not a backup'))).toBe('platform.backup.damaged')
  const { isNew } = await target.open.asOwner((owner) => findPending(owner))
  expect(isNew).toBe(true)
  await expect(restoreBackup(target.open, join(folder, 'none'), await termsIn(folder))).rejects.toMatchObject(
    {
      reason: 'platform.backup.noFile',
    },
  )
})

test('what is there is replaced only by whoever names how much goes', { timeout: 120_000 }, async ({
  open,
  folder,
  lost,
}) => {
  const file = join(folder, 'copy')
  await writeBackup(open, file, await termsIn(folder))
  await expect(writeBackup(open, file, await termsIn(folder))).rejects.toMatchObject({
    reason: 'platform.backup.exists',
  })
  const { open: again, folder: kept } = await lost('pglite')
  const terms = await termsIn(kept)
  await restoreBackup(again, file, terms)
  await writeChange(again)
  const count = async () => {
    const { rows } = await beginAsSealer(again.db, (tx) =>
      sql<{ count: number }>`select count(*) from platform.change`.execute(tx),
    )
    return rows[0]?.count ?? 0
  }
  const changes = await count()
  await expect(restoreBackup(again, file, terms)).rejects.toMatchObject({
    reason: 'platform.backup.notEmpty',
    values: { count: changes },
  })
  await expect(restoreBackup(again, file, { ...terms, replace: changes - 1 })).rejects.toMatchObject({
    reason: 'platform.backup.otherCount',
  })
  expect(await count()).toBe(changes)
  await restoreBackup(again, file, { ...terms, replace: changes })
  expect(await count()).toBe(changes - 1)
  expect(await faultsIn(again)).toEqual([])
})

const writeChange = ({ db }: OpenDatabase) =>
  inChange(
    db,
    operator(COUNTRY),
    {
      municipalityId: COUNTRY,
      stream: 'messages',
      origin: 'command',
      action: 'tests.written',
      subject: 'test',
      isPublic: false,
      at: new Date(),
    },
    async (_, { counts }) => {
      counts.added += 1
    },
  )

test.skipIf(isEmbedded)(
  'a server that others work with is left alone (only on a server)',
  async ({ open, folder }) => {
    const file = join(folder, 'copy')
    await writeBackup(open, file, await termsIn(folder))
    await pagesOf(open)
    await expect(restoreBackup(open, file, { ...(await termsIn(folder)), replace: 1 })).rejects.toMatchObject(
      { reason: 'platform.backup.inUse' },
    )
  },
)

test('a copy made by an earlier version is brought up to date', { timeout: 120_000 }, async ({
  folder,
  lost,
}) => {
  const old = await openOldDatabase()
  const file = join(folder, 'old')
  await writeBackup(old, file, await termsIn(folder))
  await old.close()
  const target = await lost(isEmbedded ? 'pglite' : 'postgres')
  const { manifest, upgradedBy } = await restoreBackup(target.open, file, await termsIn(target.folder))
  expect(manifest.migrations).toHaveLength(5)
  expect(upgradedBy.length).toBeGreaterThan(20)
  expect(await faultsIn(target.open)).toEqual([])
  const pages = await pagesOf(target.open)
  expect(pages.find(([address]) => address === '/liepaja')?.[1]).toBe(200)
})

test('nobody else may read a copy, and half of one is never left behind', async ({ open, folder }) => {
  const file = join(folder, 'copy')
  const manifest = await writeBackup(open, file, await termsIn(folder))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(partsOf(await checkBackup(file))).toEqual(partsOf(manifest))
  expect(JSON.stringify(manifest)).not.toContain(SECRET)
  await mkdir(join(folder, 'closed'))
  await chmod(join(folder, 'closed'), 0o500)
  await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT')
})
