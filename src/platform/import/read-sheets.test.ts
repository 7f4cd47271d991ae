import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { writeCsv } from '../csv.ts'
import { code, optionalDecimal, optionalText, text } from './columns.ts'
import { capProblems, countProblems } from './problems.ts'
import { readSheets } from './read-sheets.server.ts'
import { reference } from './references.ts'
import { sheet } from './sheet.ts'

const sheets = {
  goals: sheet('goals.csv', ['code'], { code, title_lv: text, value: optionalDecimal }, { isRequired: true }),
  actions: sheet('actions.csv', ['code'], { code, goal: reference('goals'), note: optionalText }),
}

const test = base.extend(
  'folder',
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-sheets-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  },
)

/** Reads the folder with this as its `goals.csv`. */
async function readGoals(folder: string, content: string | Uint8Array, encoding?: 'windows-1257') {
  await writeFile(join(folder, 'goals.csv'), content)
  return readSheets(folder, sheets, { encoding })
}

const shortly = ({ problems }: Awaited<ReturnType<typeof readSheets>>) =>
  problems.map(({ file, line, column, reason }) =>
    [file, line, column, reason.replace('platform.import.', '')]
      .filter((part) => part !== undefined)
      .join(' '),
  )

const GOALS = 'code,title_lv,value\nKP1,Mērķis,4.5\n'
const row = { line: 2, code: 'KP1', title_lv: 'Mērķis', value: 4.5 }

describe('reads', () => {
  test.for([
    ['as it should be', GOALS],
    ['without a last line end', GOALS.trimEnd()],
    ['with a byte order mark', `\ufeff${GOALS}`],
    ['with semicolons and a decimal comma', 'code;title_lv;value\nKP1;Mērķis;4,5\n'],
    ['with tabs and a decimal comma', 'code\ttitle_lv\tvalue\nKP1\tMērķis\t4,5\n'],
    ['with columns in another order', 'value,title_lv,code\n4.5,Mērķis,KP1\n'],
    ['with capitals and spaces in the header', ' Code ,Title LV,VALUE\nKP1,Mērķis,4.5\n'],
    [
      'with spaces around and letters in two code points',
      'code,title_lv,value\n KP1 ,Me\u0304rk\u0327is\u00a0,4.5\n',
    ],
    ['with empty columns and rows behind', 'code,title_lv,value,,\nKP1,Mērķis,4.5,,\n,,,,\n'],
  ] as const)('a file %s', async ([, content], { folder }) => {
    const { rows, problems } = await readGoals(folder, content)
    expect(problems).toEqual([])
    expect(rows.goals).toEqual([row])
  })

  test('a file that names its separator, counting that line', async ({ folder }) => {
    const { rows } = await readGoals(folder, 'sep=;\r\ncode;title_lv;value\r\nKP1;Mērķis;4,5\r\n')
    expect(rows.goals).toEqual([{ ...row, line: 3 }])
  })

  test('the guard against formulas, which our own files have, as not being there', async ({ folder }) => {
    const { rows } = await readGoals(folder, writeCsv(['code', 'title_lv', 'value'], [['KP1', '=1+1', -4.5]]))
    expect(rows.goals).toMatchObject([{ title_lv: '=1+1', value: -4.5 }])
  })

  test('UTF-16, saying so', async ({ folder }) => {
    const content = Buffer.from(`\ufeff${GOALS}`, 'utf16le')
    const { rows, notes } = await readGoals(folder, content)
    expect(rows.goals).toEqual([row])
    expect(notes).toEqual([{ file: 'goals.csv', reason: 'platform.import.noteUtf16', values: {} }])
  })

  test('Windows-1257 when it is asked to, and refuses it otherwise', async ({ folder }) => {
    const content = Buffer.from(GOALS.replace('ē', '\u00e7').replace('ķ', '\u00ed'), 'latin1')
    expect(shortly(await readGoals(folder, content))).toEqual(['goals.csv 2 windows1257'])
    const { rows, notes } = await readGoals(folder, content, 'windows-1257')
    expect(rows.goals).toEqual([row])
    expect(notes).toMatchObject([{ reason: 'platform.import.noteWindows1257' }])
  })
})

describe('says of a whole file in one line', () => {
  test.for([
    ['empty', '', ['goals.csv fileEmpty']],
    ['blank', '\n \n,,\n;;\n', ['goals.csv fileBlank']],
    ['only a separator', 'sep=;\n', ['goals.csv fileBlank']],
    ['without a header', 'KP1,Mērķis,4.5\n', ['goals.csv 1 headerMissing']],
    ['in another separator', 'code|title_lv|value\n', ['goals.csv 1 separator']],
    ['each line in quotation marks', '"code,title_lv,value"\n', ['goals.csv 1 separatorNone']],
    ['a workbook', 'PK\u0003\u0004', ['goals.csv workbook']],
  ] as const)('%s', async ([, content, expected], { folder }) => {
    await writeFile(join(folder, 'actions.csv'), 'code,goal,note\n1.1,KP1,\n1.2,KP2,\n')
    expect(shortly(await readGoals(folder, content))).toEqual(expected)
  })

  test('with a header only, when others point at its rows', async ({ folder }) => {
    await writeFile(join(folder, 'actions.csv'), 'code,goal,note\n1.1,KP1,\n1.2,KP1,\n')
    expect(shortly(await readGoals(folder, 'code,title_lv,value\n'))).toEqual(['goals.csv rowsNeeded'])
  })

  test('that it is missing, where it must be there, and nothing where it need not', async ({ folder }) => {
    expect(shortly(await readSheets(folder, sheets))).toEqual(['goals.csv fileMissing'])
    const { problems, absent } = await readGoals(folder, GOALS)
    expect(problems).toEqual([])
    expect([...absent]).toEqual(['actions.csv'])
  })

  test('that the folder is missing, or a file', async ({ folder }) => {
    expect(shortly(await readSheets(join(folder, 'no'), sheets))).toEqual([`${folder}/no folderMissing`])
    await writeFile(join(folder, 'goals.csv'), GOALS)
    const file = join(folder, 'goals.csv')
    expect(shortly(await readSheets(file, sheets))).toEqual([`${file} folderIsFile`])
  })
})

describe('names the line and the column of', () => {
  test.for([
    ['a column that is there twice', 'code,title_lv,value,TITLE_LV\n', ['goals.csv 1 title_lv columnTwice']],
    [
      'a column nobody knows, and one that is missing',
      'code,title_lv,worth\n',
      ['goals.csv 1 worth columnUnknown', 'goals.csv 1 value columnMissing'],
    ],
    ['a cell without a heading', 'code,title_lv,value,\nKP1,a,1,more\n', ['goals.csv 2 columnUnnamed']],
    ['a short row', 'code,title_lv,value\nKP1,a\n', ['goals.csv 2 cells']],
    ['a control character', 'code,title_lv,value\nKP1,a\u0007,1\n', ['goals.csv 2 title_lv control']],
    ['a null byte', 'code,title_lv,value\nKP1,a\0,1\n', ['goals.csv 2 title_lv control']],
    ['a lost letter', 'code,title_lv,value\nKP1,M\ufffdr\ufffdis,1\n', ['goals.csv 2 title_lv lostLetter']],
    [
      'a cell of 50 MB',
      `code,title_lv,value\nKP1,${'x'.repeat(50_000_000)},1\n`,
      ['goals.csv 2 title_lv cellLarge'],
    ],
    ['a key that is there twice', 'code,title_lv,value\nKP1,a,1\n KP1,b,2\n', ['goals.csv 3 twice']],
    ['a key in other code points', 'code,title_lv,value\nK\u0137,a,1\nKk\u0327,b,2\n', ['goals.csv 3 twice']],
    ['an unclosed quotation mark', 'code,title_lv,value\nKP1,"a,1\nKP2,b,2\n', ['goals.csv 2 quoteOpen']],
  ] as const)('%s', async ([, content, expected], { folder }) => {
    expect(shortly(await readGoals(folder, content))).toEqual(expected)
  })
})

describe('never opens', () => {
  test('a pipe, a device, a folder, or a link that leads out', { timeout: 5000 }, async ({ folder }) => {
    const file = join(folder, 'goals.csv')
    const seen: string[] = []
    for (const make of [
      () => spawnSync('sh', ['-c', `mkfifo '${file}'`]),
      () => symlink('/dev/zero', file),
      () => symlink('/etc/passwd', file),
      () => symlink('goals.csv', file),
      () => mkdir(file),
    ]) {
      await make()
      seen.push(...shortly(await readSheets(folder, sheets)))
      await rm(file, { recursive: true })
    }
    expect(seen).toEqual([
      'goals.csv fileSpecial',
      'goals.csv linkOutside',
      'goals.csv linkOutside',
      'goals.csv linkBroken',
      'goals.csv fileFolder',
    ])
  })

  test('a file that is too large', async ({ folder }) => {
    await writeFile(join(folder, 'goals.csv'), '')
    await truncate(join(folder, 'goals.csv'), 5 * 2 ** 30)
    expect(shortly(await readSheets(folder, sheets))).toEqual(['goals.csv fileLarge'])
  })

  test('but does follow a link inside the folder', async ({ folder }) => {
    await writeFile(join(folder, 'real.txt'), GOALS)
    await symlink('real.txt', join(folder, 'goals.csv'))
    expect((await readSheets(folder, sheets)).rows.goals).toEqual([row])
  })
})

test('a million wrong rows are a hundred problems and a number', { timeout: 60_000 }, async ({ folder }) => {
  const lines = Array.from({ length: 1_000_000 }, (_, index) => `${index},a,much\n`)
  const { problems } = await readGoals(folder, `code,title_lv,value\n${lines.join('')}`)
  expect(problems).toHaveLength(101)
  expect(problems.at(-1)).toEqual({
    file: 'goals.csv',
    reason: 'platform.import.more',
    values: { count: 999_900 },
  })
  expect(countProblems(problems)).toBe(1_000_000)
  expect(countProblems(capProblems([...problems, ...problems]))).toBe(2_000_000)
})
