import { writeCsv } from '#platform/csv.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Text } from '#platform/texts/text.ts'
import type { PartChoice } from '#platform/uploads/choices.ts'
import { linesOf } from '#platform/uploads/open-parts.server.ts'
import type { Upload, UploadedFile } from '#platform/uploads/upload-store.server.ts'
import type { User } from '#platform/users.ts'
import type { OfMunicipality } from '../export.server.ts'
import { problemText } from '../parts/problem-text.ts'
import { sheetsOf } from '../read-folder.server.ts'
import { rehearseUpload } from './upload.service.server.ts'

type Asked = {
  user: User
  municipality: OfMunicipality
  upload: Upload
  files: readonly UploadedFile[]
  part: PartChoice
  text: Text
}

/** The rows of a table as they were sent, in the form of Excel in Latvian, with one more column that says what is wrong. */
export async function writeErrorsFile(
  db: Database,
  { user, municipality, upload, files, part, text }: Asked,
): Promise<string> {
  const { problems } = await rehearseUpload(db, user, municipality, upload, files)
  const file = sheetsOf('municipality')[part.sheet]?.file
  const byLine = Map.groupBy(
    problems.filter((problem) => problem.file === file),
    ({ line }) => line,
  )
  const rows: string[][] = []
  for await (const { line, cells } of linesOf(files, part)) {
    if (line < part.header || cells.every((cell) => cell.trim() === '')) continue
    const said = (byLine.get(line) ?? []).map((problem) => problemText(problem, text)).join(' ')
    rows.push(rows.length === 0 ? [...cells, text('app.data.errorColumn')] : [...cells, said])
  }
  const width = Math.max(...rows.map(({ length }) => length))
  const [head = [], ...rest] = rows.map((row) => [
    ...row.slice(0, -1),
    ...Array<string>(width - row.length).fill(''),
    row.at(-1) ?? '',
  ])
  return writeCsv(head, rest, ';')
}
