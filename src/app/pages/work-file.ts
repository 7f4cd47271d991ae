import { validate as isId } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { findFile } from '#platform/files/file-store.server.ts'
import { sendFile } from '#platform/files/send-file.server.ts'
import type { Route } from './+types/work-file'

export const handle = { reads: ['platform.file.read'] }

/** A file for whoever may see it in this municipality. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { id } = params
  return sendFile(
    isId(id) ? await readInRequest(context, (tx) => findFile(tx, municipality.id, id)) : undefined,
  )
}
