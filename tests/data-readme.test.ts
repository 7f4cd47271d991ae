import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sheetsOf } from '../src/app/read-folder.server.ts'

const README = readFileSync('data/README.md', 'utf8').split('\n')
const SHEETS = Object.values({ ...sheetsOf('country'), ...sheetsOf('municipality') })

test.for(SHEETS.map((sheet) => [sheet.file, sheet] as const))(
  'data/README.md describes %s with every column',
  ([file, { columns }]) => {
    const row = README.find((line) => line.startsWith(`| \`${file}\``)) ?? ''
    const words = new Set(row.match(/\w+/g))
    expect(Object.keys(columns).filter((column) => !words.has(column))).toEqual([])
  },
)
