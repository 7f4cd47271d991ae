/**
 * The statements of a text, since our connections take one at a time. What begins and ends a transaction is left
 * away: they are done within one.
 */
export function separateStatements(text: string): string[] {
  const statements: string[] = []
  let begun = 0
  for (const { 0: found, index } of text.matchAll(PARTS)) {
    if (found !== ';') continue
    statements.push(text.slice(begun, index))
    begun = index + 1
  }
  statements.push(text.slice(begun))
  return statements.map((one) => one.trim()).filter((one) => one !== '' && !/^(begin|commit)$/i.test(one))
}

/** Texts, names and comments, in which a semicolon ends nothing; and semicolons. */
const PARTS = /'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|;/g
