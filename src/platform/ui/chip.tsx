const SIGNS: Readonly<Record<string, string>> = {
  met: '✓',
  missed: '✕',
  onTrack: '↗',
  offTrack: '↘',
  notEvaluable: '?',
  withinChance: '≈',
  implemented: '✓',
  inProgress: '◐',
  partial: '◔',
  deferred: '‖',
  notStarted: '✕',
  contradiction: '≠',
  obstacle: '⊘',
  notice: 'i',
  'message-new': '○',
  'message-assigned': '→',
  'message-answered': '“',
  'message-closed': '●',
  'state-open': '○',
  'state-explained': '“',
  'state-accepted': '=',
  'state-fixed': '✓',
  'state-closed': '●',
  'duty-overdue': '✕',
  'duty-near': '◔',
  'duty-undated': '○',
  'duty-later': '○',
  'duty-done': '✓',
  'duty-notApplicable': '–',
}

/** The sign that stands for a status beside its colour. */
export const signOf = (kind: string): string | undefined => SIGNS[kind]

/** A status in words, with a sign beside the colour. */
export function Chip({ kind, label }: { kind: string; label: string }) {
  return (
    <span className={`chip ${kind}`}>
      <span aria-hidden="true">{SIGNS[kind]}</span> {label}
    </span>
  )
}
