import type { Complaint } from '../import/problems.ts'
import { listParts, partBytes } from '../workbook/zip-parts.ts'
import type { UploadedFile } from './upload-store.server.ts'

/** What may be a table. */
const TABLE = /\.(csv|tsv|txt|xlsx)$/i

/** What is kept of an upload until it is loaded. */
const MOST_TABLES = 100
const MOST_MEGABYTES = 60

/**
 * Puts the tables of archives in their place, so that what we gave as one file is taken as one. An archive within an
 * archive is none of ours and is passed over.
 *
 * @returns the files, and which archives cannot be opened and why
 */
export function unpackArchives(sent: readonly UploadedFile[]) {
  const files: UploadedFile[] = []
  const broken: { name: string; complaint: Complaint }[] = []
  for (const file of sent) {
    if (!/\.zip$/i.test(file.name)) {
      files.push(file)
      continue
    }
    const opened = unpack(file.bytes)
    if ('complaint' in opened) broken.push({ name: file.name, complaint: opened.complaint })
    else files.push(...opened.files)
  }
  return { files, broken }
}

function unpack(bytes: Uint8Array): { files: UploadedFile[] } | { complaint: Complaint } {
  const listed = listParts(bytes)
  if ('complaint' in listed) {
    return listed.complaint.reason === 'platform.import.workbookLarge' ? LARGE : BROKEN
  }
  const tables = listed.parts.filter(({ name }) => TABLE.test(name))
  const unpacked = tables.reduce((sum, part) => sum + part.unpacked, 0)
  if (tables.length > MOST_TABLES || unpacked > MOST_MEGABYTES * 2 ** 20) return LARGE
  try {
    const files = tables.map((part) => ({
      name: part.name.split(/[/\\]/).at(-1) ?? part.name,
      bytes: partBytes(bytes, part),
    }))
    return files.length > 0 ? { files } : BROKEN
  } catch {
    return BROKEN
  }
}

const BROKEN = { complaint: { reason: 'platform.import.archiveBroken', values: {} } } as const
const LARGE = {
  complaint: {
    reason: 'platform.import.archiveLarge',
    values: { megabytes: MOST_MEGABYTES, maximum: MOST_TABLES },
  },
} as const
