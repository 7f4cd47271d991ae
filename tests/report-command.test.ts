import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, describe, expect } from 'vitest'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { answerCommands } from '../src/app/answer-commands.server.ts'
import { loadWhatShips } from '../src/app/load-what-ships.server.ts'

/** A data folder with what ships, whose database a server has open, and commands that are given beside it. */
const test = base.extend(
  'given',
  { scope: 'file' },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the wanted fixtures out of the pattern
  async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'izaugsme-report-'))
    const environment = { IZAUGSME_DATA: folder, DATABASE_URL: '' }
    const settings = readSettings(environment)
    const open = await openDatabase(settings)
    await migrate(open)
    await loadWhatShips(open.db, settings)
    const stop = await answerCommands(open, settings)
    onCleanup(async () => {
      await stop()
      await open.close()
      await rm(folder, { recursive: true, force: true })
    })
    return { folder, run: (...words: string[]) => run(environment, words) }
  },
)

async function run(environment: Record<string, string>, words: string[]) {
  const child = spawn(process.execPath, ['src/app/cli.ts', ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const [code] = await once(child, 'close')
  return { ...said, code }
}

const PLAN = 'liepaja-2020-2025'

describe('a report at the command line', () => {
  test('is written in both languages and every format, beside a running server', async ({ given }) => {
    const out = join(given.folder, 'x')
    const { code, err } = await given.run('report', 'evaluation', PLAN, '--out', out)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((await readdir(out)).sort()).toEqual(
      ['en.docx', 'en.html', 'en.pdf', 'lv.docx', 'lv.html', 'lv.pdf'].map(
        (ending) => `${PLAN}-evaluation-${ending}`,
      ),
    )
    const html = await readFile(join(out, `${PLAN}-evaluation-lv.html`), 'utf8')
    expect(html).toMatch(/^<!doctype html>\n<html lang="lv">/)
    expect(html).toContain('<th scope="col"')
    const pdf = await readFile(join(out, `${PLAN}-evaluation-en.pdf`), 'latin1')
    expect(pdf).toMatch(/^%PDF-/)
  })

  test('is one file where one language and one format are asked for', async ({ given }) => {
    const out = join(given.folder, 'y')
    const asked = ['--language', 'en', '--format', 'html']
    const { code, out: said } = await given.run('report', 'supervision', PLAN, '--out', out, ...asked)
    expect(code).toBe(0)
    expect(said).toContain('Written:')
    expect(await readdir(out)).toEqual([`${PLAN}-supervision-en.html`])
  })

  test('that cannot be says everything that is wrong, with what there is', async ({ given }) => {
    const wrong = await given.run('report', 'yearly', 'riga-2030', '--format', 'odt', '-l', 'en')
    expect(wrong.code).toBe(1)
    for (const word of ['supervision, evaluation', PLAN, 'pdf, docx, html', '--out'])
      expect(wrong.err).toContain(word)
    const institution = ['--institution', 'nav']
    const nobody = await given.run('report', 'results', PLAN, '--out', given.folder, ...institution)
    expect(nobody.code).toBe(1)
    expect(nobody.err).toContain('“nav”')
    const notOf = await given.run('report', 'evaluation', PLAN, '--out', given.folder, ...institution)
    expect(notOf.err).toContain('results, quality')
  })

  test('tells how it is used', async ({ given }) => {
    const help = await given.run('report', '--help', '-l', 'en')
    expect(help.code).toBe(0)
    expect(help.out).toContain('supervision, evaluation, results, quality, committee')
    expect((await given.run('report', 'evaluation')).code).toBe(2)
  })
})
