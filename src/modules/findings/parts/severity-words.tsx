import { useSpeech } from '#platform/i18n.tsx'
import type { SeverityCounts } from '../gather.ts'

/** How many findings of each weight, as one sentence; that there are none when there are none. */
export function SeverityWords({ counts }: { counts: SeverityCounts }) {
  const { text, language } = useSpeech()
  if (counts.total === 0) return text('findings.nothing')
  const parts = [
    counts.contradiction > 0 ? text('findings.contradictions', { count: counts.contradiction }) : '',
    counts.obstacle > 0 ? text('findings.obstacles', { count: counts.obstacle }) : '',
    counts.notice > 0 ? text('findings.notices', { count: counts.notice }) : '',
  ].filter((part) => part !== '')
  const list = new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts)
  return text('findings.headline', { list })
}
