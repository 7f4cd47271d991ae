import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import type { Complaint } from './problems.ts'
import { shown } from './shown.ts'

/** Larger files than any of ours by far; a limit keeps a mistaken file from filling the memory. */
const MAXIMUM_BYTES = 64 * 1024 * 1024

export type FileContent = { bytes: Uint8Array } | { complaint: Complaint }

/**
 * Reads a file of a folder whole. Only regular files are read, and links only to such ones inside the folder:
 * a pipe or a device would be waited for without end. The size is looked at before anything is read.
 */
export async function readFileIn(folder: string, name: string): Promise<FileContent> {
  const path = join(folder, name)
  try {
    const entry = await lstat(path)
    if (entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => undefined)
      if (target === undefined) return refused('platform.import.linkBroken')
      if (!target.startsWith(`${await realpath(folder)}${sep}`)) return refused('platform.import.linkOutside')
    } else if (!entry.isFile()) {
      return refused(entry.isDirectory() ? 'platform.import.fileFolder' : 'platform.import.fileSpecial')
    }
    return await readRegular(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    return refused('platform.import.fileUnreadable', { found: shown(code) })
  }
}

/** What was looked at may have been replaced since, so the opened file is asked once more. */
async function readRegular(path: string): Promise<FileContent> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return refused('platform.import.fileSpecial')
    const { size } = stat
    if (size > MAXIMUM_BYTES) {
      return refused('platform.import.fileLarge', { megabytes: MAXIMUM_BYTES / 2 ** 20 })
    }
    const bytes = new Uint8Array(size)
    let read = 0
    while (read < size) {
      const { bytesRead } = await handle.read(bytes, read, size - read, read)
      if (bytesRead === 0) break
      read += bytesRead
    }
    return { bytes: bytes.subarray(0, read) }
  } finally {
    await handle.close()
  }
}

const refused = (reason: Complaint['reason'], values: Complaint['values'] = {}) => ({
  complaint: { reason, values },
})

/** Files that belong together, wherever they are, or what keeps them from being listed. */
export type Files =
  | { names: readonly string[]; read: (name: string) => Promise<FileContent> }
  | { place: string; complaint: Complaint }

/** The files of a folder; a path to one workbook is as good as a folder that has nothing else. */
export async function openFiles(path: string): Promise<Files> {
  const listed = await listFolder(path)
  if ('names' in listed) return { names: listed.names, read: (name) => readFileIn(path, name) }
  if (listed.complaint.reason !== 'platform.import.folderIsFile' || !/\.xlsx$/i.test(path)) {
    return { place: path, complaint: listed.complaint }
  }
  return { names: [basename(path)], read: (name) => readFileIn(dirname(path), name) }
}

/** Files that somebody has sent, by name. */
export const filesInMemory = (contents: ReadonlyMap<string, Uint8Array>): Files => ({
  names: [...contents.keys()],
  read: async (name) => ({ bytes: contents.get(name) ?? new Uint8Array() }),
})

/** Names of everything in a folder, or what keeps it from being read. */
export async function listFolder(folder: string): Promise<{ names: string[] } | { complaint: Complaint }> {
  try {
    return { names: await readdir(folder) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    if (code === 'ENOENT') return refused('platform.import.folderMissing')
    if (code === 'ENOTDIR') return refused('platform.import.folderIsFile')
    return refused('platform.import.fileUnreadable', { found: code })
  }
}
