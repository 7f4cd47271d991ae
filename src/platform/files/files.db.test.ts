import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { openBuiltSite, openSiteAs } from '../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { findFile, findFiles } from './file-store.server.ts'
import { filesFolder } from './files-folder.server.ts'
import { keepFile, removeFile } from './keep-file.service.server.ts'
import { removeOrphans } from './remove-orphans.server.ts'

/** A folder of data of its own, where the settings of the process look as well. */
const test = databaseTest.extend(
  'data',
  { scope: 'file', auto: true },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const data = await mkdtemp(join(tmpdir(), 'izaugsme-files-'))
    vi.stubEnv('IZAUGSME_DATA', data)
    onCleanup(async () => {
      vi.unstubAllEnvs()
      await rm(data, { recursive: true, force: true })
    })
    return data
  },
)
const slug = 'liepaja'
const town = test.extend('town', { scope: 'file' }, async ({ db }) => {
  const row = await readAs(db, THE_PUBLIC, (tx) =>
    tx.selectFrom('registry.municipality').select('id').where('slug', '=', slug).executeTakeFirstOrThrow(),
  )
  return row.id
})
const someone = (municipalityId: string, role: 'educationSpecialist' | 'councilMember' | 'pupil'): User => ({
  id: role,
  kind: 'member',
  grants: [
    role === 'pupil'
      ? { role, scope: { kind: 'person', municipalityId, id: '00000000-0000-7000-8000-0000000000aa' } }
      : { role, scope: { kind: 'municipality', municipalityId } },
  ],
})
const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF\n`)
const ELSEWHERE = '00000000-0000-7000-8000-000000000099'

describe('a file', () => {
  town('is kept once, offered to whoever may read it, and to be saved only', async ({ db, town, data }) => {
    const editor = someone(town, 'educationSpecialist')
    const entry = { municipalityId: town, purpose: 'strategy.evidence', bytes: pdf('slepens') }
    const kept = await keepFile(db, editor, { ...entry, name: '../Ziņojums.pdf' })
    const again = await keepFile(db, editor, { ...entry, name: 'Tas pats.pdf' })
    if ('problem' in kept || 'problem' in again) throw new Error('both may be kept')
    expect(kept.name).toBe('Ziņojums.pdf')
    const names = await readdir(join(data, 'files', town))
    expect(names).toHaveLength(1)
    expect(await readFile(join(data, 'files', town, names[0] ?? ''))).toEqual(Buffer.from(entry.bytes))

    const response = await (await openSiteAs(db, someone(town, 'councilMember')))(
      `/darbs/${slug}/datnes/${kept.id}`,
    )
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(entry.bytes))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    })
  })

  town('that is not public is nobody else’s', async ({ db, town }) => {
    const entry = { municipalityId: town, purpose: 'strategy.evidence', name: 'a.pdf', bytes: pdf('iekšējs') }
    const kept = await keepFile(db, someone(town, 'educationSpecialist'), entry)
    if ('problem' in kept) throw new Error('it may be kept')
    const asPupil = await openSiteAs(db, someone(town, 'pupil'))
    expect((await asPupil(`/darbs/${slug}/datnes/${kept.id}`)).status).toBe(404)
    const foreigner = await openSiteAs(db, someone(ELSEWHERE, 'educationSpecialist'))
    expect((await foreigner(`/darbs/${slug}/datnes/${kept.id}`)).status).toBe(404)
    expect((await (await openBuiltSite(db))(`/${slug}/datnes/${kept.id}`)).status).toBe(404)
    for (const user of [THE_PUBLIC, someone(ELSEWHERE, 'educationSpecialist')])
      expect(await readAs(db, user, (tx) => findFile(tx, town, kept.id))).toBeUndefined()
    await expect(keepFile(db, someone(town, 'pupil'), entry)).rejects.toMatchObject({ status: 403 })
  })

  town('that is public is everybody’s until it is taken away', async ({ db, town }) => {
    const editor = someone(town, 'educationSpecialist')
    const bytes = new TextEncoder().encode('gads;skaits\n2025;12\n')
    const entry = {
      municipalityId: town,
      purpose: 'strategy.table',
      name: 'Tabula.csv',
      bytes,
      isPublic: true,
    }
    const kept = await keepFile(db, editor, entry)
    if ('problem' in kept) throw new Error('it may be kept')
    const ask = await openBuiltSite(db)
    const response = await ask(`/${slug}/datnes/${kept.id}`)
    expect([response.status, await response.text()]).toEqual([200, 'gads;skaits\n2025;12\n'])
    expect((await readAs(db, THE_PUBLIC, (tx) => findFiles(tx, town, 'strategy.table'))).length).toBe(1)
    expect(await removeFile(db, editor, town, kept.id)).toBe(true)
    expect(await removeFile(db, editor, town, kept.id)).toBe(false)
    expect((await ask(`/${slug}/datnes/${kept.id}`)).status).toBe(404)
  })

  town.for([
    ['empty', new Uint8Array(), 'platform.file.empty'],
    ['another kind', new TextEncoder().encode('<script>'), 'platform.file.type'],
    ['very large', new Uint8Array(25 * 2 ** 20 + 1), 'platform.file.large'],
  ] as const)(
    'that is %s is refused in words, and nothing of it stays',
    async ([, bytes, problem], { db, town, data }) => {
      const before = await readdir(join(data, 'files', town)).catch(() => [])
      const entry = { municipalityId: town, purpose: 'strategy.evidence', name: 'a.pdf', bytes }
      expect(await keepFile(db, someone(town, 'educationSpecialist'), entry)).toEqual({ problem })
      expect(await readdir(join(data, 'files', town)).catch(() => [])).toEqual(before)
    },
  )

  town('whose content is lost is not to be had, and the log says which', async ({ db, town, data }) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const entry = { municipalityId: town, purpose: 'strategy.evidence', name: 'a.pdf', bytes: pdf('zūd') }
    const kept = await keepFile(db, someone(town, 'educationSpecialist'), entry)
    if ('problem' in kept) throw new Error('it may be kept')
    await rm(join(data, 'files', town), { recursive: true })
    const ask = await openSiteAs(db, someone(town, 'councilMember'))
    expect((await ask(`/darbs/${slug}/datnes/${kept.id}`)).status).toBe(404)
    expect(log.mock.calls.join()).toContain(kept.id)
    log.mockRestore()
  })
})

town('contents that no row names go a day later, the others stay', async ({ db, town, data }) => {
  const editor = someone(town, 'educationSpecialist')
  const entry = { municipalityId: town, purpose: 'strategy.evidence', name: 'a.pdf' }
  const stays = await keepFile(db, editor, { ...entry, bytes: pdf('paliek') })
  const goes = await keepFile(db, editor, { ...entry, bytes: pdf('aiziet') })
  if ('problem' in stays || 'problem' in goes) throw new Error('both may be kept')
  await removeFile(db, editor, town, goes.id)
  const folder = join(data, 'files', town)
  await writeFile(join(folder, `${'f'.repeat(64)}.draft`), 'left behind')
  const run = () =>
    removeOrphans.run(db, {}, { settings: readSettings() } as Parameters<typeof removeOrphans.run>[2])
  const count = async () => (await readdir(folder)).length
  const before = await count()
  await run()
  expect(await count()).toBe(before)
  const past = new Date(Date.now() - 25 * 60 * 60 * 1000)
  for (const name of await readdir(folder)) await utimes(join(folder, name), past, past)
  await run()
  const file = await readAs(db, editor, (tx) => findFile(tx, town, stays.id))
  expect(await readdir(folder)).toEqual([file?.sha256])
  expect(filesFolder(readSettings())).toBe(join(data, 'files'))
})
