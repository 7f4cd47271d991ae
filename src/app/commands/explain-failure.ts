import { FolderInUse } from '#platform/database/folder-lock.server.ts'
import { DatabaseUnusable } from '#platform/database/unusable.ts'
import type { Text } from '#platform/texts/text.ts'

/** Why nothing could be done, in one line for whoever runs the program: no stack trace tells them more. */
export function explainFailure(error: unknown, text: Text): string {
  if (error instanceof DatabaseUnusable) return text(error.reason, error.values)
  if (error instanceof FolderInUse) {
    const { folder, holder } = error
    return holder === undefined
      ? text('app.cli.inUseByAnother', { folder })
      : text('app.cli.inUse', { folder, process: holder })
  }
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  switch (code) {
    case 'ENOSPC':
      return text('app.cli.diskFull', { message })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return text('app.cli.folderUnusable', { message })
    case 'EADDRINUSE':
      return text('app.cli.portInUse', { message })
    default:
      return message
  }
}
