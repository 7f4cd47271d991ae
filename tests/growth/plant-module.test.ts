import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base, expect } from 'vitest'
import { plantModule } from './plant-module.ts'
import { TOUCHED } from './touched-files.ts'

/** Just the files in which modules are declared. */
const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-plant-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    for (const { file } of TOUCHED) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await cp(file, join(folder, file))
    }
    return folder
  },
)

test('a new module is declared in at most four files outside its folder', async ({ folder }) => {
  const touched = await plantModule(folder, 26)
  expect(touched.length).toBeLessThanOrEqual(4)
  for (const file of touched) expect(await readFile(join(folder, file), 'utf8')).toContain('toyz')
})

// The last two, since `npm run bench:tests` runs this where the first ones are planted already.
test('several modules are planted side by side', async ({ folder }) => {
  await plantModule(folder, 25)
  await plantModule(folder, 26)
  const list = await readFile(join(folder, 'src/app/modules.server.ts'), 'utf8')
  expect(list.match(/toy[yz],/g)?.toSorted()).toEqual(['toyy,', 'toyz,'])
})
