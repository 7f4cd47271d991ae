import { FILE_FORMS, type FileForm } from '../table-files/table-file.ts'
import type { Endpoint } from './endpoint.ts'

export type FoundEndpoint = {
  endpoint: Endpoint
  /** Values of the path's `{names}`. */
  path: Record<string, string>
  /** Format that the address itself asks for. */
  suffix: FileForm | undefined
}

/** The longest first, so that none is taken for the end of another. */
const SUFFIXES = [...FILE_FORMS].sort((a, b) => b.length - a.length)

/** Which endpoint an address means; a list also answers to its address with the ending of a form behind it. */
export function findEndpoint(
  { base, endpoints }: { base: string; endpoints: readonly Endpoint[] },
  pathname: string,
): FoundEndpoint | undefined {
  const segments = readSegments(pathname.slice(base.length))
  if (!pathname.startsWith(base) || !segments) return undefined
  for (const endpoint of endpoints) {
    const path = match(endpoint.path, segments)
    if (path) return { endpoint, path, suffix: undefined }
  }
  const last = segments.at(-1) ?? ''
  const suffix = SUFFIXES.find((one) => last.endsWith(`.${one}`))
  if (!suffix) return undefined
  const bare = [...segments.slice(0, -1), last.slice(0, -suffix.length - 1)]
  for (const endpoint of endpoints) {
    const path = endpoint.columns && match(endpoint.path, bare)
    if (path) return { endpoint, path, suffix }
  }
  return undefined
}

/** Undefined when the path is badly encoded or holds characters that no name has. */
function readSegments(path: string): string[] | undefined {
  try {
    const segments = path.replace(/\/$/, '').split('/').map(decodeURIComponent)
    return segments.some((segment) => segment.includes('\0')) ? undefined : segments
  } catch {
    return undefined
  }
}

function match(pattern: string, segments: string[]): Record<string, string> | undefined {
  const parts = pattern.replace(/\/$/, '').split('/')
  if (parts.length !== segments.length) return undefined
  const path: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? ''
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name) path[name] = segment
    else if (part !== segment) return undefined
  }
  return path
}
