import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test as base } from 'vitest'

/** A small repository: two modules with their pages, a package, data, and a test of each kind. */
export const FILES: Record<string, string> = {
  'package.json': `{ "imports": { "#modules/*": "./src/modules/*/index.ts" } }`,
  'packages/sums/package.json': `{ "name": "@planted/sums", "exports": "./src/index.ts" }`,
  'packages/sums/src/index.ts': `export * from './add.ts'`,
  'packages/sums/src/add.ts': '',
  'packages/sums/src/add.test.ts': `import { add } from './add.ts'\nnew URL('../README.md', import.meta.url)`,
  'packages/sums/README.md': '',
  'src/root.tsx': `import { menu } from './app/menu.ts'\nimport words from './modules/goals/words.json'`,
  'src/entry.server.tsx': '',
  'src/app/menu.ts': '',
  'src/app/municipality-layout.tsx': '',
  'src/modules/goals/index.ts': `import { add } from '@planted/sums'\nexport { goal } from './goal.ts'`,
  'src/modules/goals/goal.ts': `import type { Kind } from './kind.ts'\nimport words from './words.json'`,
  'src/modules/goals/kind.ts': '',
  'src/modules/goals/words.json': '{}',
  'src/modules/goals/goal.test.ts': `import { goal } from './goal.ts'`,
  'src/modules/goals/pages/goals.tsx': '',
  'src/modules/plans/plan.ts': `import { goal } from '#modules/goals'`,
  'src/modules/plans/plan.test.ts': `import { plan } from './plan.ts'\nawait read('data/riga')`,
  'src/modules/plans/pages/plans.tsx': `import { plan } from '../plan.ts'`,
  'src/modules/plans/store.db.test.ts': `import { plan } from './plan.ts'`,
  'src/modules/plans/migrations/1.sql': '',
  'tests/support/fill.ts': `glob('src/**/migrations/*.sql')`,
  'tests/pages.test.ts': `import('../build/server/site.js')`,
  'data/riga/plans.csv': '',
}

/** Tests that take `root` get that repository in a folder of their own. */
export const test = base.extend(
  'root',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const root = await mkdtemp(join(tmpdir(), 'izaugsme-near-'))
    onCleanup(() => rm(root, { recursive: true, force: true }))
    for (const [file, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), content)
    }
    return root
  },
)
