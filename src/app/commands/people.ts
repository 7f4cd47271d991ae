import { resolve } from 'node:path'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { openFiles } from '#platform/import/open-file.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { refuse } from '#platform/refuse.ts'
import { secretsOf } from '#platform/secrets.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { problemText } from '../parts/problem-text.ts'
import { loadPeople } from '../people-files.server.ts'
import type { Command } from './command.ts'

/** Loads people of a municipality's institutions from a folder of files. */
export const importPeopleCommand: Command = {
  summary: 'app.cli.people',
  help: 'app.cli.people.help',
  operands: ['app.cli.municipality', 'app.cli.folder'],
  run: ([slug = '', folder = ''], desk) =>
    desk.withDatabase(async ({ db }) => {
      const { secret } = desk.settings
      if (secret === undefined) {
        desk.complain(desk.text('app.people.noSecret'))
        return 1
      }
      const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
      if (!municipality) refuse(404, 'work.messages.nowhere')
      const asked = { municipalityId: municipality.id, isInvented: false, why: desk.text('app.cli.people') }
      try {
        const files = await openFiles(resolve(desk.folder, folder))
        const by = operator(municipality.id)
        const { added, changed, read } = await loadPeople(db, secretsOf(secret), by, files, asked)
        desk.tell(desk.text(read === 0 ? 'app.people.nothing' : 'app.people.done', { added, changed }))
        return read === 0 ? 1 : 0
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        for (const problem of error.problems) desk.complain(problemText(problem, desk.text))
        return 1
      }
    }),
}
