import { validate as isUuid } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { asAttachment } from '#platform/files/clean-name.ts'
import { findFile } from '#platform/files/file-store.server.ts'
import { filesFolder, readContent } from '#platform/files/files-folder.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand } from '#platform/users.ts'
import { zip } from '#platform/zip.ts'
import { findRun, findRunItems } from '../run-store.server.ts'
import type { Route } from './+types/run-zip'

export const handle = { reads: ['publishing.report.read', 'platform.file.read'] }

/** Every file of a run in one archive. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'publishing.report.read', { municipalityId })
  demand(user, 'platform.file.read', { municipalityId })
  if (!isUuid(params.run)) refuse(404, 'publishing.runs.noSuch')
  const { run, files } = await readInRequest(context, async (tx) => {
    const run = (await findRun(tx, municipalityId, params.run)) ?? refuse(404, 'publishing.runs.noSuch')
    const items = await findRunItems(tx, municipalityId, params.run)
    const files = []
    for (const { fileId } of items.flatMap((item) => item.files)) {
      const file = await findFile(tx, municipalityId, fileId)
      if (file) files.push(file)
    }
    return { run, files }
  })
  const folder = filesFolder()
  const parts: [string, Uint8Array][] = []
  const taken = new Set<string>()
  for (const file of files) {
    const chunks: Buffer[] = []
    for await (const chunk of await readContent(folder, file)) chunks.push(Buffer.from(chunk as Buffer))
    parts.push([freeName(file.name, taken), Buffer.concat(chunks)])
  }
  return new Response(zip(parts), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': asAttachment(`${municipality.slug}-${run.kind}.zip`),
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Two institutions may be called the same. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = name.replace(/(\.\w+)$/, ` (${number})$1`)
  taken.add(free)
  return free
}
