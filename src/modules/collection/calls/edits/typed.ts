import type { Typed } from '#platform/editing/edit.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { withoutControls } from '#platform/forms/typed-text.ts'
import type { LocalText } from '#platform/texts/text.ts'

/** What was typed into a field, without what is no text and without spaces around it. */
export const typedIn = (typed: Typed, name: string): string =>
  withoutControls(typed[name] ?? '')
    .normalize('NFC')
    .trim()

export const isTicked = (typed: Typed, name: string): boolean => typed[name] === 'yes'

/** A text in both languages; where the English is not typed it is the Latvian. Null where nothing is typed. */
export function localIn(typed: Typed, name: string): LocalText | null {
  const lv = typedIn(typed, `${name}_lv`)
  return lv === '' ? null : { lv, en: typedIn(typed, `${name}_en`) || lv }
}

/** How a text in both languages is typed. */
export const asTypedLocal = (name: string, text: LocalText | null) => ({
  [`${name}_lv`]: text?.lv ?? '',
  [`${name}_en`]: text?.en ?? '',
})

/** Complaints as they are found, one for each field. */
export class Found {
  readonly complaints: Record<string, Complaint[]> = {}

  add(field: string, complaint: Complaint | undefined) {
    if (complaint) this.complaints[field] ??= [complaint]
  }

  get isEmpty() {
    return Object.keys(this.complaints).length === 0
  }
}
