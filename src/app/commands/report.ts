import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  drawReport,
  REPORT_FORMATS,
  REPORT_KINDS,
  RUN_KINDS,
  writePublicly,
} from '#modules/publishing.server'
import { findInstitutions } from '#modules/registry.server'
import { findStrategies } from '#modules/strategy.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { LANGUAGES, type Text } from '#platform/texts/text.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import type { Command, Options } from './command.ts'
import { readWord, WrongOption } from './read-options.ts'

/** So many names of institutions help; more would hide them. */
const NAMED = 8

/** Writes a report of a published plan to files: in both languages and every format, unless one is asked for. */
export const reportCommand: Command = {
  summary: 'app.cli.report',
  help: 'app.cli.report.help',
  operands: ['app.cli.report.kind', 'app.cli.report.strategy'],
  options: ['out', 'language', 'format', 'institution'],
  async run([named = '', strategy = ''], { folder: from, text, tell, complain, withDatabase }, options) {
    const kind = REPORT_KINDS.find((one) => one === named)
    const { problems, languages, formats } = readChoices(options, text)
    if (!kind)
      problems.unshift(
        text('app.cli.report.kind.unknown', { found: named, allowed: REPORT_KINDS.join(', ') }),
      )
    if (kind && options.institution !== undefined && !RUN_KINDS.some((one) => one === kind))
      problems.push(text('app.cli.report.institution.notOf', { allowed: RUN_KINDS.join(', ') }))
    return withDatabase(async ({ db }) => {
      const place = await findPlace(db, { strategy, institution: options.institution }, text)
      if ('problem' in place) problems.push(place.problem)
      if (problems.length > 0 || !kind || 'problem' in place || options.out === undefined) {
        for (const problem of problems) complain(problem)
        return 1
      }
      const folder = resolve(from, options.out)
      const { municipalityId, institutionId } = place
      const speaks = { kind, strategy, institutionId, asOf: null, since: null }
      const { report } = await writePublicly(db, municipalityId, speaks)
      const stem = [strategy, kind, options.institution].filter((part) => part !== undefined).join('-')
      for (const language of languages) {
        for (const format of formats) {
          const file = join(folder, `${stem}-${language}.${format}`)
          const bytes = await drawReport(report[language], format)
          try {
            await mkdir(folder, { recursive: true })
            await writeFile(file, bytes)
          } catch (error) {
            complain(text('app.cli.report.folder', { folder, reason: (error as Error).message }))
            return 1
          }
          tell(text('app.cli.report.done', { file }))
        }
      }
      return 0
    })
  },
}

/** Languages and formats that are asked for, and what is wrong with how they are. */
function readChoices({ out, language, format }: Options, text: Text) {
  const problems: string[] = []
  const read = <Word extends string>(
    named: string | undefined,
    allowed: readonly Word[],
    option: string,
  ): readonly Word[] => {
    try {
      const word = readWord(named, allowed, text, option)
      return word === undefined ? allowed : [word]
    } catch (error) {
      if (!(error instanceof WrongOption)) throw error
      problems.push(error.message)
      return []
    }
  }
  const languages = read(language, LANGUAGES, 'language')
  const formats = read(format, REPORT_FORMATS, 'format')
  if (out === undefined || out.trim() === '') problems.push(text('app.cli.report.out'))
  return { problems, languages, formats }
}

type Named = { strategy: string; institution: string | undefined }

/** Whose plan it is, as everybody sees it, and which institution is meant; or what is wrong, with what there is. */
const findPlace = (db: Database, { strategy, institution }: Named, text: Text) =>
  readAs(db, THE_PUBLIC, async (tx) => {
    const strategies = await findStrategies(tx)
    const found = strategies.find(({ key }) => key === strategy)
    if (strategies.length === 0) return { problem: text('app.cli.report.none') }
    if (!found) {
      const allowed = strategies.map(({ key }) => key).join(', ')
      return { problem: text('app.cli.report.strategy.unknown', { found: strategy, allowed }) }
    }
    const { municipalityId } = found
    if (institution === undefined) return { municipalityId, institutionId: null }
    const institutions = await findInstitutions(tx, municipalityId)
    const one = institutions.find(({ key }) => key === institution)
    if (one) return { municipalityId, institutionId: one.id }
    const some = institutions.slice(0, NAMED).map(({ key }) => key)
    const allowed = some.join(', ') || '–'
    return { problem: text('app.cli.report.institution.unknown', { found: institution, allowed }) }
  })
