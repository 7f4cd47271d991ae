import { exportPeople, importPeople, type PeopleRows, peopleSheets } from '#modules/people.server'
import { findInstitutions } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findDanglingReferences } from '#platform/import/find-dangling.ts'
import type { Files } from '#platform/import/open-file.server.ts'
import { openSource } from '#platform/import/open-source.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import type { ReadSheet } from '#platform/import/read-sheet.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'
import { may, type User } from '#platform/users.ts'

/** Files that somebody has sent, as those of a folder are read. */
export const asFolder = (sent: readonly UploadedFile[]): Files => ({
  names: sent.map(({ name }) => name),
  read: async (name) => ({ bytes: sent.find((one) => one.name === name)?.bytes ?? new Uint8Array() }),
})

type Asked = { municipalityId: string; isInvented: boolean; why: string; isRehearsal?: boolean }

/**
 * Loads classes, persons and posts from files, all or nothing, or says what that would change. Nothing of the files is
 * kept besides what is loaded.
 *
 * @returns how many rows are new and changed, and how many were read
 * @throws ImportRefused with every problem; Refused where the user may not write about one of the institutions
 */
export async function loadPeople(
  db: Database,
  secrets: Secrets,
  user: User,
  files: Files,
  asked: Asked,
): Promise<{ added: number; changed: number; read: number }> {
  const { municipalityId } = asked
  const source = await openSource(files, peopleSheets)
  const sent: Record<string, ReadSheet> = {}
  for (const [name, sheet] of Object.entries(peopleSheets)) {
    sent[name] = (await source.read(sheet, name)) ?? NOT_SENT
  }
  const all = await readAs(db, user, (tx) => findInstitutions(tx, municipalityId), { municipalityId })
  const institutions = new Map(all.map(({ key, id }) => [key, id]))
  const theirs = new Map(
    [...institutions].filter(([, institutionId]) =>
      may(user, 'people.edit', { municipalityId, institutionId }),
    ),
  )
  const stored = await exportPeople(db, user, { municipalityId, institutions: theirs })
  // Rows may point at whoever is known already, by the id with which they came out.
  const beside = Object.fromEntries(
    Object.entries(sent).map(([name, sheet]): [string, ReadSheet] => {
      const known = stored[name as keyof PeopleRows].map((row) => ({ ...row, line: 0 }))
      return [name, { ...sheet, state: 'read', rows: [...sheet.rows, ...known] }]
    }),
  )
  const problems = [
    ...source.problems,
    ...Object.values(sent).flatMap((sheet) => sheet.problems),
    ...findDanglingReferences(peopleSheets, beside),
  ]
  if (problems.length > 0) throw new ImportRefused(problems)
  const rows = Object.fromEntries(Object.entries(sent).map(([name, sheet]) => [name, sheet.rows]))
  const read = Object.values(sent).reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const counts = await importPeople(
    db,
    secrets,
    user,
    { ...asked, institutions },
    rows as unknown as PeopleRows,
  )
  return { ...counts, read }
}

const NOT_SENT: ReadSheet = {
  rows: [],
  broken: [],
  hasUnknownKeys: false,
  state: 'absent',
  problems: [],
  notes: [],
}
