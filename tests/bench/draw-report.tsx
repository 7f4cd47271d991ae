import { renderToStaticMarkup } from 'react-dom/server'
import { createSpeech, SpeechProvider } from '#platform/i18n.tsx'
import type { Report } from '#platform/reports/report.ts'
import { ReportBody } from '#platform/reports/report-body.tsx'
import { platformTexts } from '#platform/texts/index.ts'
import { createText } from '#platform/texts/text.ts'

/** A report as the HTML that a page has of it. */
export function drawReport(report: Report): string {
  return renderToStaticMarkup(
    <SpeechProvider
      value={createSpeech(report.language, createText(report.language, platformTexts[report.language]))}
    >
      <ReportBody report={report} />
    </SpeechProvider>,
  )
}
