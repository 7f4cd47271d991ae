import { checkReport, ReportRefused } from './check-report.ts'
import { type PdfData, pdfData } from './pdf-data.ts'
import type { Report } from './report.ts'
import { typeset } from './typesetter.server.ts'

/** Each time more signs may turn out to be in no font. */
const MOST_TRIES = 12

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
    return await draw(data)
  } catch (error) {
    throw new ReportRefused(await whatIsWrong(data, reasonOf(error)))
  }
}

async function draw(data: PdfData): Promise<Uint8Array> {
  let written = JSON.stringify(data)
  for (let tries = 1; ; tries++) {
    try {
      return await typeset(written)
    } catch (error) {
      const missing = signsWithoutFont(reasonOf(error))
      if (missing.length === 0 || tries === MOST_TRIES) throw error
      for (const sign of missing) written = written.replaceAll(sign, `[U+${hex(sign)}]`)
    }
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
async function whatIsWrong(data: PdfData, reason: string): Promise<string[]> {
  const wrong: string[] = []
  for (const part of data.parts) {
    try {
      await draw({ ...data, parts: [part.kind === 'heading' ? { ...part, level: 1 } : part] })
    } catch (error) {
      wrong.push(`${part.name}: ${told(reasonOf(error))}`)
    }
  }
  return wrong.length > 0 ? wrong : [`the report: ${told(reason)}`]
}

/** Typst's own words out of what it throws. */
function told(reason: string): string {
  const messages = [...reason.matchAll(/message: "((?:[^"\\]|\\.)*)"/gu)].map(([, message]) => message)
  return messages.length > 0 ? messages.join('; ') : reason
}
