import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { keep, keyOf } from './support/kept.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-kept-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)
const writing = (content: string) => (path: string) => writeFile(path, content)

describe('what is kept', () => {
  test('is made once for a key, and anew for another', async ({ folder }) => {
    const first = await keep('thing', 'a', writing('first'), folder)
    expect(await keep('thing', 'a', writing('again'), folder)).toBe(first)
    const other = await keep('thing', 'b', writing('other'), folder)
    expect(await Promise.all([first, other].map((path) => readFile(path, 'utf8')))).toEqual([
      'first',
      'other',
    ])
  })

  test('is there as a whole or not at all', async ({ folder }) => {
    const halfway = async (path: string) => {
      await writeFile(path, 'half')
      throw new Error('no room')
    }
    const broken = keep('thing', 'a', halfway, folder)
    await expect(broken).rejects.toThrow('no room')
    expect(await readdir(folder)).toEqual([])
    const both = await Promise.all(['one', 'two'].map((text) => keep('thing', 'a', writing(text), folder)))
    expect(new Set(both).size).toBe(1)
    expect(await readdir(folder)).toEqual(['thing-a'])
  })

  test('goes when three newer ones have come and nobody has used it for an hour', async ({ folder }) => {
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const key of ['a', 'b', 'c'])
      await utimes(await keep('thing', key, writing(key), folder), hoursAgo, hoursAgo)
    await keep('thing', 'a', writing('a'), folder)
    await keep('thing', 'd', writing('d'), folder)
    const left = await readdir(folder)
    expect(left).toHaveLength(3)
    expect(left).toEqual(expect.arrayContaining(['thing-a', 'thing-d']))
  })
})

describe('a key', () => {
  test('changes with what any file holds, with its name, and with a file more', async ({ folder }) => {
    const file = join(folder, 'a.txt')
    await writeFile(file, 'a')
    const keys = [keyOf([folder]), keyOf([file])]
    await writeFile(file, 'b')
    keys.push(keyOf([folder]), keyOf([file]))
    await writeFile(join(folder, 'b.txt'), '')
    keys.push(keyOf([folder]))
    expect(new Set(keys).size).toBe(3)
    expect(keyOf([folder])).toBe(keys.at(-1))
  })
})
