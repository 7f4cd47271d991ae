/** Where an answer leads. */
export const placeOf = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '/', 'http://localhost').pathname

/** What the form of a step would send as it stands. */
export function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, attributes = ''] of html.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1]
    if (name && !/type="(checkbox|radio|file)"/.test(attributes)) {
      fields[name] = /value="([^"]*)"/.exec(attributes)?.[1] ?? ''
    }
  }
  for (const [, name = '', inside = ''] of html.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    fields[name] =
      /<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(inside)?.[1] ??
      /value="([^"]*)"/.exec(inside)?.[1] ??
      ''
  }
  return fields
}
