import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { PDF_TEMPLATE } from './pdf-template.ts'

const require = createRequire(import.meta.url)
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
/** What so many reports did not use is given up, so that memory does not grow with the reports made. */
const KEPT_FOR = 2

/**
 * What the thread runs, as text: a thread that is started from a bundle finds no file beside it. It reads the fonts once,
 * as that takes longer than a short report. A report is set in one step, since a document that is set apart from its PDF
 * is never given back; only where Typst does not say why it refuses is the document asked for.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads')
const { NodeCompiler } = require(workerData.typst)
const { workspace, fontPaths, template, keptFor } = workerData
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
function typeset(report) {
  const source = { mainFileContent: template, inputs: { report } }
  try {
    return { bytes: compiler.pdf(source, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (reason !== '') return { reason }
    const said = compiler.compile(source).takeError()?.shortDiagnostics ?? []
    return { reason: said.map(({ message }) => message).join('; ') }
  } finally {
    compiler.evictCache(keptFor)
  }
}
parentPort.on('message', ({ number, report }) => parentPort.postMessage({ number, ...typeset(report) }))
`

type Answer = { number: number } & ({ bytes: Uint8Array } | { reason: string })
type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }

let thread: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Sets a report, given as the data of the template, in a thread of its own: a long one takes a second or two, in which a
 * server has others to answer.
 *
 * @throws Error with Typst's own words where it refuses
 */
export function typeset(report: string): Promise<Uint8Array> {
  thread ??= startThread()
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  last += 1
  waiting.set(last, { resolve, reject })
  thread.ref()
  thread.postMessage({ number: last, report })
  return promise
}

function startThread(): Worker {
  const fonts = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
  const workerData = {
    typst: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
    workspace: fonts,
    fontPaths: FACES.map((face) => join(fonts, face)),
    template: PDF_TEMPLATE,
    keptFor: KEPT_FOR,
  }
  const started = new Worker(THREAD, { eval: true, workerData })
  started.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    // An idle thread keeps no process running.
    if (waiting.size === 0) started.unref()
    if ('bytes' in answer) asked?.resolve(answer.bytes)
    else asked?.reject(new Error(answer.reason))
  })
  started.on('error', (error) => end(started, error))
  started.on('exit', (code) => end(started, new Error(`The thread that sets reports ended with ${code}`)))
  return started
}

/** Nobody waits for a thread that is gone; the next report starts another. */
function end(ended: Worker, error: unknown) {
  if (thread !== ended) return
  thread = undefined
  const left = [...waiting.values()]
  waiting.clear()
  for (const { reject } of left) reject(error instanceof Error ? error : new Error(String(error)))
}
