import { fileTypeFromBuffer } from 'file-type'
import { isHarmlessZip } from './zip-sizes.ts'

/** What may be kept: the ending by which a type is called here, and how browsers are told of it. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

export type FileType = keyof typeof FILE_TYPES

const TEXTS: readonly FileType[] = ['csv', 'txt']
const ZIPS: readonly FileType[] = ['xlsx', 'docx']

/**
 * What a file is, by what is in it; the ending of its name only tells kinds of text apart.
 *
 * @returns undefined when it is nothing that may be kept
 */
export async function typeOf(name: string, bytes: Uint8Array): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found) return textType(name, bytes)
  const type = found.ext as FileType
  if (!(type in FILE_TYPES) || TEXTS.includes(type)) return undefined
  if (ZIPS.includes(type) && !isHarmlessZip(bytes)) return undefined
  if (type === 'pdf' && !endsAsPdf(bytes)) return undefined
  return type
}

function textType(name: string, bytes: Uint8Array): FileType | undefined {
  const ending = /\.(csv|txt)$/i.exec(name)?.[1]?.toLowerCase() as FileType | undefined
  return ending !== undefined && isText(bytes) ? ending : undefined
}

/** Text of whatever encoding has no control characters but tabs and ends of lines. */
const isText = (bytes: Uint8Array) =>
  !bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)

const PDF_END_BYTES = 1024

/** The beginning alone is easily put before something else. */
const endsAsPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(-PDF_END_BYTES)).includes('%%EOF')
