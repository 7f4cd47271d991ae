import { parseFormData } from '@remix-run/form-data-parser'
import { refuse } from '../refuse.ts'
import type { Upload } from './form.ts'

type Fields = {
  fields: [name: string, value: string][]
  /** Files that were chosen and came whole. */
  files: [name: string, upload: Upload][]
  /** False when the body was longer than allowed; the fields that came whole are there all the same. */
  isWhole: boolean
}

/** How many inputs of a form may be sent; one for a file counts as a file though none was chosen. */
const MOST = { files: 10, parts: 1000 }
/** How the parser calls a file that has no name. */
const IS_MADE_UP = /^file-/

/**
 * Reads the fields of a form's body, as much of it as the limit allows, so that no typed text is lost on a
 * form that is too large.
 *
 * @param most how many inputs a form with files may send, where it has more than forms usually have
 * @throws Refused (400) when it is no form, or broke off on the way
 */
export async function readFields(request: Request, maximumBytes: number, most = MOST): Promise<Fields> {
  const type = request.headers.get('content-type') ?? ''
  const { bytes, isWhole } = await readBytes(request, maximumBytes)
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const text = bytes.toString()
    const whole = isWhole ? text : text.slice(0, Math.max(0, text.lastIndexOf('&')))
    return { fields: [...new URLSearchParams(whole)], files: [], isWhole }
  }
  const boundary = /^multipart\/form-data\b.*boundary="?([^";]+)/i.exec(type)?.[1]
  if (boundary === undefined) refuse(400, 'platform.refused.form')
  const body = isWhole ? bytes : closeParts(bytes, boundary)
  const files: Fields['files'] = []
  const whole = new Request('http://form/', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(body),
  })
  const limits = {
    maxFiles: most.files,
    maxParts: most.parts,
    maxFileSize: maximumBytes,
    maxTotalSize: maximumBytes,
  }
  const form = await parseFormData(whole, limits, async (file) => {
    // A field in which nothing was chosen comes as an empty file without a name.
    if (file.name !== '' && (file.size > 0 || !IS_MADE_UP.test(file.name)))
      files.push([file.fieldName, { name: file.name, bytes: await file.bytes() }])
  }).catch(() => refuse(400, 'platform.refused.form'))
  const fields = [...form].flatMap(([name, value]): Fields['fields'] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return { fields, files, isWhole }
}

async function readBytes(request: Request, maximumBytes: number) {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body ?? []) {
      chunks.push(chunk)
      length += chunk.length
      if (length > maximumBytes) break
    }
  } catch {
    refuse(400, 'platform.refused.form')
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maximumBytes), isWhole: length <= maximumBytes }
}

/** Cuts off the part that did not come whole. */
function closeParts(bytes: Buffer, boundary: string) {
  const end = Math.max(0, bytes.lastIndexOf(`--${boundary}`))
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(`--${boundary}--\r\n`)])
}
