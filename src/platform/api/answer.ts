import { asRefusal } from '../database/away.server.ts'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { isGeneratedStrategy } from '../generate/world.ts'
import { logError } from '../log.server.ts'
import type { ColumnWords, FileForm } from '../table-files/table-file.ts'
import { platformTexts } from '../texts/index.ts'
import type { LocalText, TextKey } from '../texts/text.ts'
import { absolute, type SiteFacts } from '../ui/site-facts.ts'
import { chooseFormat } from './accept.ts'
import type { Answer, Endpoint } from './endpoint.ts'
import { findEndpoint } from './find-endpoint.ts'
import { writeCursor } from './page.ts'
import { LARGEST_LIMIT, readQuery } from './parameters.ts'
import { API_HEADERS, problemOfStatus, refuseParameters, refuseRequest } from './problem.ts'
import { formatsOf } from './read-address.ts'
import { withGenerated, writeTable } from './write-table.server.ts'

/** How the product calls columns and lists in words, for files that people open. */
export type ApiWords = { wordsOf: (column: string) => ColumnWords; say: (key: TextKey) => LocalText }
export type Api = { base: string; endpoints: readonly Endpoint[]; words: ApiWords }
type Read = <Result>(work: (tx: DatabaseTransaction) => Promise<Result>) => Promise<Result>

/**
 * Answers a request to the API; refusals are problem details.
 *
 * @param read does reading work in the name of whoever asks
 * @param site what is known of this installation, so that files lead back to its pages
 */
export async function answerRequest(
  api: Api,
  request: Request,
  read: Read,
  site: SiteFacts = {},
): Promise<Response> {
  const url = new URL(request.url)
  const found = findEndpoint(api, url.pathname)
  if (!found) return refuseRequest('not-found', url.pathname)
  const { endpoint, path, suffix } = found
  const format = suffix ?? chooseFormat(request.headers.get('accept') ?? '', formatsOf(endpoint))
  if (!format) return refuseRequest('not-acceptable', url.pathname)

  const { values, complaints } = readQuery(endpoint.parameters, url.searchParams)
  if (suffix && !url.searchParams.has('limit')) Object.assign(values, { limit: LARGEST_LIMIT })
  const isTable = Boolean(endpoint.columns) && format !== 'json'
  const complain = (parameter: string, detail: string) => {
    complaints.push({ parameter, value: url.searchParams.get(parameter) ?? '', detail })
  }
  let isGenerated = isGeneratedStrategy(path.id ?? '')
  const noteGenerated = (isNoted: boolean) => {
    isGenerated ||= isNoted
  }
  try {
    const asked = { path, query: values, complain, noteGenerated, isTable, site }
    const answer = await read((tx) => endpoint.answer({ tx, ...asked }))
    if (!answer) return refuseRequest('not-found', url.pathname)
    if (complaints.length === 0) {
      const written = { ...answer, isGenerated, origin: absolute(site, ''), words: api.words }
      return await write(url, found, format, written)
    }
  } catch (error) {
    const refused = asRefusal(error)
    if (refused) return refuseRequest(problemOfStatus(refused.status), url.pathname)
    logError(`GET ${url.pathname}`, error)
    return refuseRequest('failed', url.pathname)
  }
  return refuseParameters(url.pathname, complaints)
}

type Written = Answer & { isGenerated: boolean; origin: string; words: ApiWords }

async function write(
  url: URL,
  { endpoint, suffix }: { endpoint: Endpoint; suffix: FileForm | undefined },
  form: 'json' | FileForm,
  answer: Written,
) {
  const next = nextAddress(url, endpoint, answer)
  const headers = new Headers(API_HEADERS)
  if (next) headers.set('link', `<${next}>; rel="next"`)
  if (form === 'json' || !endpoint.columns) {
    headers.set('content-type', 'application/json')
    const whole = endpoint.columns ? { ...(answer.body as object), next } : answer.body
    const body = answer.isGenerated ? { generated: GENERATED, ...(whole as object) } : whole
    return new Response(JSON.stringify(body), { headers })
  }
  const { origin, words } = answer
  const table = {
    title: words.say(endpoint.title),
    columns: endpoint.columns,
    rows: answer.rows?.(origin) ?? [],
    asOf: answer.asOf ?? null,
    address: `${origin}${url.pathname}${url.search}`,
    next: next && `${origin}${next}`,
  }
  const marked = answer.isGenerated ? withGenerated(table, GENERATED) : table
  const { type, body } = await writeTable(marked, form, words.wordsOf)
  headers.set('content-type', type)
  if (suffix) {
    const name = `${answer.isGenerated ? 'izdomati-dati-' : ''}${fileName(url)}`
    headers.set('content-disposition', `attachment; filename="${name}"`)
  }
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers })
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
