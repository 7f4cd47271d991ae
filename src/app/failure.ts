import { BackupRefused } from '#platform/backup/refused.ts'
import { isDatabaseAway } from '#platform/database/away.server.ts'
import { FolderInUse } from '#platform/database/folder-lock.server.ts'
import { CannotOpen } from '#platform/database/open.server.ts'
import { DatabaseUnusable } from '#platform/database/unusable.ts'
import { ServerGone } from '#platform/hand-over/ask-server.server.ts'
import { CannotListen } from '#platform/http/listen.server.ts'
import { Refused } from '#platform/refuse.ts'
import { WrongSettings } from '#platform/settings.server.ts'
import type { Text, TextKey } from '#platform/texts/text.ts'
import { WrongOption } from './commands/read-options.ts'

/** How the server or a command ends that could not do what it was asked: a line for the operator, and the exit code. */
export type Failure = { message: string; exitCode: 1 | 2 }

/** What a folder lacks, by the code of the system and by the number that the embedded database gives instead. */
const FOLDER_FAULTS: readonly { codes: readonly (string | number)[]; reason: TextKey }[] = [
  { codes: ['ENOSPC', 'EDQUOT', '53100', 51, 19], reason: 'app.failed.full' },
  { codes: ['ENOTDIR', 'EEXIST', 54], reason: 'app.failed.notFolder' },
  { codes: ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 2, 63, 69, 44], reason: 'app.failed.notWritable' },
]
/** Codes of PostgreSQL and of Node for a server that is there but not to be had like this. */
const WRONG_DATABASE = ['28P01', '28000', '3D000', '42501', 'ERR_INVALID_URL']

/** A refusal is an answer in words (1); anything else is neither the user's mistake nor the files' (2). */
export function describeFailure(error: unknown, text: Text): Failure {
  if (error instanceof WrongOption) return { message: error.message, exitCode: 1 }
  if (error instanceof BackupRefused) return { message: text(error.reason, error.values), exitCode: 1 }
  if (error instanceof Refused) return { message: text(error.reason), exitCode: 1 }
  return { message: inWords(error, text), exitCode: 2 }
}

function inWords(error: unknown, text: Text): string {
  if (error instanceof DatabaseUnusable) return text(error.reason, error.values)
  if (error instanceof FolderInUse) {
    const { folder, holder } = error
    return holder === undefined
      ? text('app.cli.inUseByAnother', { folder })
      : text('app.cli.inUse', { folder, process: holder })
  }
  if (error instanceof ServerGone) return text('app.handOver.gone')
  if (error instanceof CannotOpen)
    return text(faultOf(error.cause), { folder: error.folder, reason: firstLine(error.cause) })
  if (error instanceof CannotListen) {
    const { host, port, cause } = error
    const isTaken = codeOf(cause) === 'EADDRINUSE'
    return text(isTaken ? 'app.failed.port' : 'app.failed.host', { host, port: String(port) })
  }
  if (error instanceof WrongSettings) return text('app.failed.settings', { list: error.message })
  const isDatabase = isDatabaseAway(error) || WRONG_DATABASE.includes(String(codeOf(error)))
  return text(isDatabase ? 'app.failed.database' : 'app.failed.other', { reason: firstLine(error) })
}

function faultOf(cause: unknown): TextKey {
  const { errno } = (cause ?? {}) as { errno?: number }
  const code = codeOf(cause) ?? errno
  const known = FOLDER_FAULTS.find(({ codes }) => code !== undefined && codes.includes(code))
  return known?.reason ?? 'app.failed.folder'
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message || codeOf(error) : String(error)
  return (message ?? '').split('\n', 1)[0]?.replace(/\.$/, '') ?? ''
}
