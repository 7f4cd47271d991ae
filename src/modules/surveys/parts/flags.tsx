import { useSpeech } from '#platform/i18n.tsx'
import type { Flags } from './numbered-findings.ts'

type Props = { flags: Flags; anchor: string; isShort?: boolean }

/** Links from a figure to what is said about it; short ones show the number only, and speak the whole. */
export function FlagLinks({ flags, anchor, isShort = false }: Props) {
  const { text, local } = useSpeech()
  return flags.get(anchor)?.map((finding) => {
    const name = text('surveys.finding.link', { number: finding.number, title: local(finding.title) })
    return (
      <a
        key={finding.anchor}
        className={isShort ? `mark-link ${finding.severity}` : 'flag'}
        href={`#${finding.anchor}`}
        {...(isShort ? { 'aria-label': name, title: name } : {})}
      >
        <span aria-hidden="true">⚑</span> {isShort ? finding.number : local(finding.title)}
      </a>
    )
  })
}
