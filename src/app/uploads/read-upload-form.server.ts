import {
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { refuse } from '#platform/refuse.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { UploadedFile } from '#platform/uploads/upload-store.server.ts'

const MEGABYTE = 2 ** 20
/** More tables than there are nobody sends at once. */
const MOST_FILES = 40
const LARGEST_FILE = 20 * MEGABYTE
const LARGEST_POST = 24 * MEGABYTE
const LONGEST_NAME = 120

type Sent = {
  /** Names this filling-in of the form, however often it is sent. */
  once: string
  plan: string | undefined
  /** Other fields of the form. */
  text: (name: string) => string | undefined
  files: UploadedFile[]
  complaint: Extract<TextKey, `app.data.${string}`> | undefined
}

/**
 * Reads files that somebody has sent, within limits.
 *
 * @throws Refused (400) when what was sent is no form with files
 */
export async function readUploadForm(request: Request): Promise<Sent> {
  const files: UploadedFile[] = []
  const limits = { maxFiles: MOST_FILES, maxFileSize: LARGEST_FILE, maxTotalSize: LARGEST_POST }
  try {
    const form = await parseFormData(request, limits, async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (file.name !== '' && bytes.length > 0) files.push({ name: plainFileName(file.name), bytes })
      return file.name
    })
    const text = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : undefined
    }
    const once = z.uuidv7().safeParse(text('once')).data ?? uuidv7()
    return { once, plan: text('plan'), text, files, complaint: undefined }
  } catch (error) {
    const complaint = complaintOf(error)
    if (!complaint) refuse(400, 'platform.refused.form')
    return { once: uuidv7(), plan: undefined, text: () => undefined, files: [], complaint }
  }
}

function complaintOf(error: unknown): Sent['complaint'] {
  if (error instanceof MaxFilesExceededError) return 'app.data.filesMany'
  const isLarge = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError
  return isLarge ? 'app.data.filesLarge' : undefined
}

/** A name without a path and without what cannot be seen. */
const plainFileName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"|?*]/gu, '')
    .slice(-LONGEST_NAME)
