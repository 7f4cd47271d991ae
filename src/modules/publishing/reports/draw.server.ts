import { asAttachment } from '#platform/files/clean-name.ts'
import { languageOf } from '#platform/language.ts'
import type { Report } from '#platform/reports/report.ts'
import { standaloneHtml } from '#platform/reports/standalone-html.ts'
import { readSettings } from '#platform/settings.server.ts'
import { type FileFormat, formatIn } from './format.ts'
import type { BothLanguages } from './model.ts'

const TYPES: Readonly<Record<FileFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * A report as a file. Its links lead to this installation as the public finds it, whoever asks for the file; while
 * nobody has said where that is, figures lead nowhere. What draws is loaded once it is needed, for it is large.
 */
export async function drawReport(report: Report, format: FileFormat): Promise<Uint8Array> {
  const origin = readSettings().address
  if (format === 'html') return new TextEncoder().encode(standaloneHtml(report, { origin }))
  if (format === 'pdf') {
    const { reportPdf } = await import('#platform/reports/pdf.server.ts')
    return reportPdf(report, { origin })
  }
  const { reportDocx } = await import('#platform/reports/docx.server.ts')
  return reportDocx(report, { origin })
}

/** A report as a file to be saved, in the language and format of the address that asks for it. */
export async function answerReport(request: Request, both: BothLanguages, name: string): Promise<Response> {
  const { pathname } = new URL(request.url)
  const report = both[languageOf(pathname)]
  const format = formatIn(pathname)
  const bytes = await drawReport(report, format)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': asAttachment(`${name}-${report.language}.${format}`),
      'x-content-type-options': 'nosniff',
    },
  })
}
