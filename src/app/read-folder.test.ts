import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { sharedCases } from '../../tests/support/shared-cases.ts'
import { asRegisters, checkFolder, sheetsOf } from './read-folder.server.ts'

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-folder-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    await cp('data/liepaja-2020-2025', folder, { recursive: true })
    return folder
  },
)

async function edit(folder: string, file: string, change: (content: string) => string) {
  const before = await readFile(join(folder, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(join(folder, file), after)
}

const shortly = ({ problems }: Awaited<ReturnType<typeof checkFolder>>) =>
  problems.map(({ file, line, column, reason }) =>
    [file, line, column, reason.replace('platform.import.', '')]
      .filter((part) => part !== undefined)
      .join(' '),
  )

test('the folders that ship have no errors', async () => {
  for (const folder of ['data/latvia', 'data/liepaja-2020-2025', 'tests/data/ventspils-2024-2027']) {
    expect(await checkFolder(folder)).toEqual({ problems: [], notes: [] })
  }
})

test.for(['municipality', 'country'] as const)(
  'sheets point at sheets that are read with them or beside them, by keys of as many parts: %s',
  (dataset) => {
    const sheets: ReturnType<typeof sheetsOf> = { ...asRegisters({}).sheets, ...sheetsOf(dataset) }
    const wrong = Object.entries(sheets).flatMap(([name, { columns }]) =>
      Object.entries(columns).flatMap(([column, { pointsAt }]) => {
        const target = pointsAt && sheets[pointsAt.sheet]
        if (!pointsAt || (target && pointsAt.columns === undefined)) return []
        const isKnown = target && pointsAt.columns?.every((one) => one in target.columns)
        return isKnown ? [] : [`${name}.${column}`]
      }),
    )
    expect(wrong).toEqual([])
  },
)

describe('a file that holds nothing is named once, not by all who miss its rows', () => {
  test.for([
    ['empty', '', 'goals.csv fileEmpty'],
    ['blank', '\n\n', 'goals.csv fileBlank'],
    [
      'a header only',
      'code,position,title_lv,title_en,aim_lv,aim_en,source,locator\n',
      'goals.csv rowsNeeded',
    ],
  ] as const)('%s', async ([, content, expected], { folder }) => {
    await writeFile(join(folder, 'goals.csv'), content)
    expect(shortly(await checkFolder(folder))).toEqual([expected])
  })

  test('absent', async ({ folder }) => {
    await rm(join(folder, 'goals.csv'))
    expect(shortly(await checkFolder(folder))).toEqual(['goals.csv fileNeeded'])
    await rm(join(folder, 'recommendations.csv'))
    expect(shortly(await checkFolder(folder))).toEqual(['goals.csv fileNeeded'])
  })

  test('all of them empty', async ({ folder }) => {
    const files = await readdir(folder)
    for (const file of files) await writeFile(join(folder, file), '')
    expect(shortly(await checkFolder(folder)).toSorted()).toEqual(
      files.map((file) => `${file} fileEmpty`).toSorted(),
    )
  })
})

test('the whole folder as Latvian Excel saves it is read like the one it was made from', async ({
  folder,
}) => {
  for (const file of await readdir(folder)) {
    await edit(folder, file, (content) => `sep=;\r\n${asLatvianExcel(content)}`)
  }
  const { problems, notes } = await checkFolder(folder)
  expect(problems).toEqual([])
  expect(new Set(notes.map(({ reason }) => reason))).toEqual(new Set(['platform.import.noteSemicolon']))
})

const NUMBERS = ['number', 'share', 'value', 'printed_mean', 'response_share']

/** Semicolons, decimal commas, days first, Latvian answers in the columns that ask for one. */
function asLatvianExcel(content: string): string {
  const [header = [], ...rows] = content.trimEnd().split('\n').map(splitLine)
  const translated = rows.map((cells) =>
    cells.map((cell, index) => {
      if (NUMBERS.includes(header[index] ?? '')) return cell.replace('.', ',')
      return cell
        .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1')
        .replace(/^yes$/, 'Jā')
        .replace(/^no$/, 'NĒ')
    }),
  )
  const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return [header, ...translated].map((cells) => cells.map(quoted).join(';')).join('\r\n')
}

const splitLine = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )

const cases = sharedCases ?? ''

describe.skipIf(cases === '')(
  'files that others stumbled over (skipped where ../shared/cases is absent)',
  () => {
    test.for([
      ['decimal-comma.observations.csv', ['observations.csv 3 number decimalComma']],
      ['dup.observations.csv', ['observations.csv 4 twice']],
      ['dupcat.observations.csv', ['observations.csv 3 distribution repeated']],
      ['nbsp-thousands.observations.csv', ['observations.csv 3 number thousands']],
      ['percent-sign.observations.csv', ['observations.csv 3 number percentSign']],
      ['sci.observations.csv', ['observations.csv 3 number exponent']],
      ['semicolon.observations.csv', []],
      ['sy-lv.observations.csv', []],
      ['unclosed.observations.csv', ['observations.csv 3 quoteOpen']],
      ['unicode-minus.observations.csv', ['observations.csv 3 number minusSign']],
      ['unit-typo.indicators.csv', ['indicators.csv 2 unit notListedNear']],
      ['unkcat.observations.csv', ['breakdowns.csv fileNeeded']],
      ['utf16.observations.csv', []],
    ] as const)('%s', async ([name, expected], { folder }) => {
      await rm(folder, { recursive: true })
      await cp(join(cases, 'X05-removed-row/1-first'), folder, { recursive: true })
      await cp(join(cases, 'B-broken-files', name), join(folder, name.slice(name.indexOf('.') + 1)))
      expect(shortly(await checkFolder(folder))).toEqual(expected)
    })

    test('a framework of 79 series from another country loads as it is', async () => {
      expect((await checkFolder(join(cases, 'R01-canada'))).problems).toEqual([])
    })
  },
)
