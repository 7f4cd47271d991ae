import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Complaint } from '#platform/forms/form.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import { refuse } from '#platform/refuse.ts'
import { CHOICE } from './upload-names.ts'

const MEGABYTE = 2 ** 20
/** No form makes a workbook as large as that. */
const MOST_MEGABYTES = 10
/** Parts of the form besides what both have changed. */
const MOST_INPUTS = 3000

const Fields = z.record(z.string().min(1).max(200), z.string().max(20_000))

type Upload =
  | { step: 'look'; bytes: Uint8Array; once: string }
  | { step: 'take'; fields: Record<string, string>; base: number; once: string }

/**
 * Reads what was sent to the page: a workbook to be looked at, or what of one is to be taken over.
 *
 * @throws Refused (400) when it is neither
 */
export async function readUpload(
  request: Request,
): Promise<Upload | { complaint: Complaint; status: 413 | 422 }> {
  const { fields, files, isWhole } = await readFields(request, MOST_MEGABYTES * MEGABYTE, {
    files: 1,
    parts: MOST_INPUTS,
  })
  const sent = new Map(fields)
  const once = isUuid(sent.get('_once') ?? '') ? (sent.get('_once') ?? '') : uuidv7()
  if (!isWhole) {
    const values = { megabytes: MOST_MEGABYTES }
    return { complaint: { reason: 'collection.upload.tooLarge', values }, status: 413 }
  }
  if (sent.get('_do') === 'take') return { step: 'take', once, ...takenOf(sent) }
  const file = files.find(([name]) => name === 'workbook')
  if (!file) return { complaint: { reason: 'collection.workbook.refused.noFile' }, status: 422 }
  return { step: 'look', bytes: file[1].bytes, once }
}

function takenOf(sent: ReadonlyMap<string, string>) {
  const base = Number(/^\d{1,9}$/.exec(sent.get('_version') ?? '')?.[0] ?? Number.NaN)
  const changes = read(sent.get('_changes'))
  const conflicts = Object.entries(read(sent.get('_conflicts')))
  if (!Number.isInteger(base)) refuse(400, 'platform.refused.form')
  const chosen = conflicts.filter(([input]) => sent.get(`${CHOICE}${input}`) === 'mine')
  return { base, fields: { ...changes, ...Object.fromEntries(chosen) } }
}

function read(text = '{}'): Record<string, string> {
  try {
    return Fields.parse(JSON.parse(text))
  } catch {
    return refuse(400, 'platform.refused.form')
  }
}
