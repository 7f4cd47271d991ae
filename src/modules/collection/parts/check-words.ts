import type { Speech } from '#platform/i18n.tsx'
import type { CheckOutcome } from '../checks/index.ts'

type Said = Pick<CheckOutcome, 'told'> & { check: Pick<CheckOutcome['check'], 'message'> }

/** What a check says, with the figures that it compared where its message has a place for them: `{{left}}`. */
export const sayCheck = ({ local, say }: Pick<Speech, 'local' | 'say'>, { check, told }: Said): string =>
  local(check.message).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const figure = told[name] ?? '–'
    return typeof figure === 'number' ? say.computed(figure) : figure
  })

/** Where each check is said in full and commented on: at the first element that it is about, or below the form. */
export function homeOf(
  { fields }: Pick<CheckOutcome, 'fields'>,
  elements: readonly { key: string }[],
): string {
  const keys = new Set(fields.map(elementOf))
  return elements.find(({ key }) => keys.has(key))?.key ?? ''
}

/** The element that a field belongs to. */
export const elementOf = (field: string): string => field.split('.')[0] ?? field
