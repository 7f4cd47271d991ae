import { writeCsv } from '../csv.ts'
import { asRefusal } from '../database/away.server.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { isGeneratedStrategy } from '../generate/world.ts'
import { logError } from '../log.server.ts'
import { platformTexts } from '../texts/index.ts'
import { chooseFormat, type Format } from './accept.ts'
import type { Answer, Endpoint } from './endpoint.ts'
import { findEndpoint } from './find-endpoint.ts'
import { writeCursor } from './page.ts'
import { readQuery } from './parameters.ts'
import { API_HEADERS, problemOfStatus, refuseParameters, refuseRequest } from './problem.ts'
import { formatsOf } from './read-address.ts'

export type Api = { base: string; endpoints: readonly Endpoint[] }
type Read = <Result>(work: (tx: DatabaseTransaction) => Promise<Result>) => Promise<Result>

/**
 * Answers a request to the API; refusals are problem details.
 *
 * @param read does reading work in the name of whoever asks
 */
export async function answerRequest(api: Api, request: Request, read: Read): Promise<Response> {
  const url = new URL(request.url)
  const found = findEndpoint(api, url.pathname)
  if (!found) return refuseRequest('not-found', url.pathname)
  const { endpoint, path, suffix } = found
  const format = suffix ?? chooseFormat(request.headers.get('accept') ?? '', formatsOf(endpoint))
  if (!format) return refuseRequest('not-acceptable', url.pathname)

  const { values, complaints } = readQuery(endpoint.parameters, url.searchParams)
  const complain = (parameter: string, detail: string) => {
    complaints.push({ parameter, value: url.searchParams.get(parameter) ?? '', detail })
  }
  let isGenerated = isGeneratedStrategy(path.id ?? '')
  const noteGenerated = (isNoted: boolean) => {
    isGenerated ||= isNoted
  }
  try {
    const asked = { path, query: values, complain, noteGenerated }
    const answer = await read((tx) => endpoint.answer({ tx, ...asked }))
    if (!answer) return refuseRequest('not-found', url.pathname)
    if (complaints.length === 0) return write(url, found, format, { ...answer, isGenerated })
  } catch (error) {
    const refused = asRefusal(error)
    if (refused) return refuseRequest(problemOfStatus(refused.status), url.pathname)
    logError(`GET ${url.pathname}`, error)
    return refuseRequest('failed', url.pathname)
  }
  return refuseParameters(url.pathname, complaints)
}

function write(
  url: URL,
  { endpoint, suffix }: { endpoint: Endpoint; suffix: Format | undefined },
  format: Format,
  answer: Answer & { isGenerated: boolean },
) {
  const next = nextAddress(url, endpoint, answer)
  const headers = new Headers(API_HEADERS)
  if (next) headers.set('link', `<${next}>; rel="next"`)
  if (format === 'json' || !endpoint.columns) {
    headers.set('content-type', 'application/json')
    const whole = endpoint.columns ? { ...(answer.body as object), next } : answer.body
    const body = answer.isGenerated ? { generated: GENERATED, ...(whole as object) } : whole
    return new Response(JSON.stringify(body), { headers })
  }
  headers.set('content-type', 'text/csv; charset=utf-8; header=present')
  if (suffix)
    headers.set(
      'content-disposition',
      `attachment; filename="${answer.isGenerated ? 'izdomati-dati-' : ''}${fileName(url)}"`,
    )
  const rows = answer.rows?.() ?? []
  const table = answer.isGenerated
    ? writeCsv(
        [...endpoint.columns, 'generated'],
        rows.map((cells) => [...cells, `${GENERATED.lv} / ${GENERATED.en}`]),
      )
    : writeCsv(endpoint.columns, rows)
  // Programs that read addresses know the encoding from the header; to them a mark is part of the first name.
  return new Response(table.replace(/^\uFEFF/, ''), { headers })
}

/** What an answer about an invented municipality says of itself, in a field of its own or in each row. */
const GENERATED = { lv: platformTexts.lv['platform.generated'], en: platformTexts.en['platform.generated'] }

/** Keeps to the state of the figures that was read first, so that a walk sees one state from end to end. */
function nextAddress(url: URL, endpoint: Endpoint, { after, asOf }: Answer): string | null {
  if (after === undefined) return null
  const search = new URLSearchParams(url.searchParams)
  search.set('cursor', writeCursor(after))
  if (asOf && 'asOf' in endpoint.parameters) search.set('asOf', asOf)
  return `${url.pathname}?${search}`
}

/** `/api/v1/strategies/liepaja-2020-2025/actions.csv` → `strategies-liepaja-2020-2025-actions.csv` */
function fileName(url: URL): string {
  return url.pathname
    .split('/')
    .slice(3)
    .join('-')
    .replace(/[^\w.-]/g, '_')
}
