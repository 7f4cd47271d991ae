import type { Speech } from '../i18n.tsx'
import type { TextKey } from '../texts/text.ts'

/** Who did something: an account by its name; the program itself, visitors and the operator are no accounts. */
export function sayActor({ text }: Pick<Speech, 'text'>, actor: string, name: string | undefined): string {
  if (name !== undefined) return name
  const key = `platform.actor.${actor}` as TextKey
  const said = text(key)
  return said === key ? actor : said
}
