import { useSpeech } from '#platform/i18n.tsx'
import type { StatusReport } from '../model.ts'

/** What was said beside a status, or that nothing was. */
export function StatusComment({ report }: { report: StatusReport | undefined }) {
  const { text, local } = useSpeech()
  return report?.comment ? (
    local(report.comment)
  ) : (
    <span className="quiet">{text('strategy.comment.none')}</span>
  )
}
