import type { Speech } from '#platform/i18n.tsx'

/** How often an indicator is measured, in words; null when it is not stated. */
export function frequencyName(frequency: string | null, { text }: Pick<Speech, 'text'>): string | null {
  switch (frequency) {
    case 'schoolYear':
    case 'calendarYear':
    case 'snapshot':
    case 'once':
      return text(`indicators.frequency.${frequency}`)
    default:
      return frequency
  }
}
