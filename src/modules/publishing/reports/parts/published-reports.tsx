import { useSpeech } from '#platform/i18n.tsx'
import { publicReportAddress } from '../addresses.ts'
import type { FrozenSummary } from '../model.ts'
import { FrozenLine } from './frozen-line.tsx'

/** Published reports of a municipality, each in its newest version. */
export function PublishedReports({ slug, reports }: { slug: string; reports: readonly FrozenSummary[] }) {
  const { text } = useSpeech()
  const newest = new Map<string, FrozenSummary>()
  for (const report of reports) if (!newest.has(report.key)) newest.set(report.key, report)
  if (newest.size === 0) return <p>{text('publishing.public.none')}</p>
  return (
    <ul className="list">
      {[...newest.values()].map((report) => (
        <FrozenLine key={report.key} frozen={report} address={publicReportAddress(slug, report.key)} />
      ))}
    </ul>
  )
}
