import { useSpeech } from '#platform/i18n.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { flags: Flags; anchor: string }

/** Links from a figure to what is said about it: they show the number, and speak the whole. */
export function FlagLinks({ flags, anchor }: Props) {
  const { text, local } = useSpeech()
  return flags.get(anchor)?.map((finding) => {
    const name = text('surveys.finding.link', { number: finding.number, title: local(finding.title) })
    return (
      <a
        key={finding.anchor}
        className={`mark-link ${finding.severity}`}
        href={`#${finding.anchor}`}
        aria-label={name}
        title={name}
      >
        <span aria-hidden="true">⚑</span> {finding.number}
      </a>
    )
  })
}
