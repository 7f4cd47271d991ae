import { Readable } from 'node:stream'
import { refuse } from '../refuse.ts'
import { asAttachment } from './clean-name.ts'
import type { KeptFile } from './file-store.server.ts'
import { FILE_TYPES } from './file-type.server.ts'
import { filesFolder, readContent } from './files-folder.server.ts'

/** A file as an answer: to be saved, never shown as a page of ours, whatever is in it. */
export async function sendFile(file: KeptFile | undefined, folder = filesFolder()): Promise<Response> {
  if (!file) refuse(404, 'platform.refused.absent')
  const content = await readContent(folder, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    console.error(`The content of file ${file.id} is not in its folder`)
    return refuse(404, 'platform.file.lost')
  })
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': FILE_TYPES[file.type],
      'content-length': String(file.bytes),
      'content-disposition': asAttachment(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
