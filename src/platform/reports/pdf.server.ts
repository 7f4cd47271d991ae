import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { checkReport, ReportRefused } from './check-report.ts'
import { type PdfData, pdfData } from './pdf-data.ts'
import { PDF_TEMPLATE } from './pdf-template.ts'
import type { Report } from './report.ts'

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

const require = createRequire(import.meta.url)
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
/** What so many reports did not use is given up, so that memory does not grow with the reports made. */
const KEPT_FOR = 2
/** Each time more signs may turn out to be in no font. */
const MOST_TRIES = 12

let kept: InstanceType<Typst['NodeCompiler']> | undefined

/** Made when the first report is drawn, and kept: reading the fonts takes longer than a short report. */
function compiler() {
  if (kept) return kept
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler') as Typst
  const fonts = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
  kept = NodeCompiler.create({
    workspace: fonts,
    fontArgs: [{ fontPaths: FACES.map((face) => join(fonts, face)) }],
  })
  return kept
}

/**
 * A report as a tagged PDF (PDF/UA-1): with contents, numbered pages, and wide tables on pages that lie. Equal reports
 * give equal bytes. A sign that no font has is written by its number, as `[U+6F22]`.
 *
 * @param origin address of the site without a path, for links to our own pages; without it they are not linked
 * @throws ReportRefused when something in it cannot be drawn so that everybody can read it; it names the block
 */
export async function reportPdf(
  report: Report,
  { origin }: { origin: string | undefined },
): Promise<Uint8Array> {
  checkReport(report)
  const data = pdfData(report, origin)
  try {
    return draw(data)
  } catch (error) {
    throw new ReportRefused(whatIsWrong(data, reasonOf(error)))
  } finally {
    compiler().evictCache(KEPT_FOR)
  }
}

function draw(data: PdfData): Uint8Array {
  let written = JSON.stringify(data)
  for (let tries = 1; ; tries++) {
    try {
      return typeset(written)
    } catch (error) {
      const missing = signsWithoutFont(reasonOf(error))
      if (missing.length === 0 || tries === MOST_TRIES) throw error
      for (const sign of missing) written = written.replaceAll(sign, `[U+${hex(sign)}]`)
    }
  }
}

/**
 * In one step, as a document that is set apart from its PDF is never given back. Only where Typst does not say why it
 * refuses is the document asked for.
 */
function typeset(report: string): Uint8Array {
  const source = { mainFileContent: PDF_TEMPLATE, inputs: { report } }
  try {
    return compiler().pdf(source, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (reasonOf(error) !== '') throw error
    const said: { message: string }[] = compiler().compile(source).takeError()?.shortDiagnostics ?? []
    throw new Error(said.map(({ message }) => message).join('; '))
  }
}

const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** The signs that Typst says are in no font; it writes them as they are or, where they are not seen, by number. */
function signsWithoutFont(reason: string): string[] {
  const texts = [...reason.matchAll(/the text `(.*?)` could not be displayed/gu)].map(([, text = '']) => text)
  const numbered = texts.flatMap((text) =>
    [...text.matchAll(/\\u\{([0-9a-f]+)\}/gu)].map(([, number = '']) =>
      String.fromCodePoint(Number.parseInt(number, 16)),
    ),
  )
  const plain = texts.flatMap((text) => [...text].filter((sign) => (sign.codePointAt(0) ?? 0) > 126))
  return [...new Set([...numbered, ...plain])]
}

/** Each block that is refused when it stands alone, with the reason; the whole report's where none is. */
function whatIsWrong(data: PdfData, reason: string): string[] {
  const wrong = data.parts.flatMap((part) => {
    try {
      draw({ ...data, parts: [part.kind === 'heading' ? { ...part, level: 1 } : part] })
      return []
    } catch (error) {
      return [`${part.name}: ${told(reasonOf(error))}`]
    }
  })
  return wrong.length > 0 ? wrong : [`the report: ${told(reason)}`]
}

/** Typst's own words out of what it throws. */
function told(reason: string): string {
  const messages = [...reason.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(([, message]) => message)
  return messages.length > 0 ? messages.join('; ') : reason
}
