import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { importFolder } from '../src/app/import.server.ts'
import { FolderHasSomething, MORE, prepareFolder } from '../src/app/prepare-folder.server.ts'
import { checkFolder, sheetsOf } from '../src/app/read-folder.server.ts'
import { test as base } from './support/database.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const parent = await mkdtemp(join(tmpdir(), 'izaugsme-new-'))
    onCleanup(() => rm(parent, { recursive: true, force: true }))
    return join(parent, 'mani-dati')
  },
)

const filesOf = Object.values(sheetsOf('municipality')).map(({ file }) => file)

test('a folder is prepared in which a few files can be loaded as they stand', async ({ db, folder }) => {
  const { toBegin } = await prepareFolder(folder)
  expect(toBegin).toHaveLength(5)
  expect((await readdir(folder)).toSorted()).toEqual([...toBegin.map(({ file }) => file), MORE].toSorted())
  expect((await checkFolder(folder)).problems).toEqual([])
  expect((await importFolder(db, folder)).added).toBeGreaterThan(0)
})

test('every file of a municipality is there with an example, and all can be loaded together', async ({
  db,
  folder,
}) => {
  const { toBegin, more } = await prepareFolder(folder)
  expect([...toBegin, ...more].map(({ file }) => file).toSorted()).toEqual(filesOf.toSorted())
  for (const { file } of more) await rename(join(folder, MORE, file), join(folder, file))
  for (const file of filesOf) {
    const lines = (await readFile(join(folder, file), 'utf8')).trimEnd().split('\r\n')
    expect(lines.length, file).toBeGreaterThan(1)
    expect(lines.at(1), file).toMatch(/[^;]/)
  }
  expect((await checkFolder(folder)).problems).toEqual([])
  expect((await importFolder(db, folder)).added).toBeGreaterThan(20)
})

test('nothing is written where something is', async ({ folder }) => {
  await prepareFolder(folder)
  await rm(join(folder, 'series.csv'))
  await expect(prepareFolder(folder)).rejects.toThrow(FolderHasSomething)
  expect(await readdir(folder)).not.toContain('series.csv')
})
