import type { Speech } from '#platform/i18n.tsx'
import { sayActor } from '#platform/journal/say-actor.ts'

/** Who did something: by name, the program by its own; an account that is no more is somebody. */
export function sayWho(
  { text }: Pick<Speech, 'text'>,
  names: ReadonlyMap<string, string>,
  accountId: string,
): string {
  const said = sayActor({ text }, accountId, names.get(accountId))
  return said === accountId ? text('collection.form.somebody') : said
}
