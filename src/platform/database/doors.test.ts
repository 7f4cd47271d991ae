import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join('src', file), 'utf8') }))

const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

/** What would take several statements at once, or change who somebody is, and where alone that may stand. */
const DOORS: [what: string, pattern: RegExp, files: string[]][] = [
  // A backup is copied in and out in the owner's name, by what the one-statement client cannot ask for.
  ['sends several statements at once', /pglite\s*\.exec\(|new Client\(/, ['open-postgres.server.ts']],
  [
    'opens connections',
    /new Pool\(|PGlite\.create\(/,
    ['open-embedded.server.ts', 'open-postgres.server.ts'],
  ],
  ['sets who somebody is', /set_config\(/, ['protect.server.ts', 'scope.server.ts']],
  ['steps up to the owner', /set session authorization/, ['open-embedded.server.ts']],
]

describe('the doors of the database', () => {
  test.for(DOORS)('nothing else %s', ([, pattern, files]) => {
    expect(filesWith(pattern).toSorted()).toEqual(files.map((file) => `platform/database/${file}`))
  })

  test('only opening persons may name the opened', () => {
    const begin = /import \{[^}]*\bbegin\b[^}]*\} from '[^']*scope\.server/
    expect(filesWith(begin)).toEqual(['platform/rights/open-persons.server.ts'])
  })

  test('every pool speaks one statement at a time', () => {
    const pools = sources.flatMap(({ text }) => text.match(/new Pool\([^)]*\)/g) ?? [])
    expect(pools.length).toBeGreaterThan(0)
    expect(pools.filter((pool) => !pool.includes('Client: OneStatement'))).toEqual([])
  })
})
