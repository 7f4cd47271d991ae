/**
 * Splits a file of SQL into its statements. A statement ends with a semicolon at the end of a line; what
 * stands between two `$$` belongs together whatever it ends with.
 */
export function statementsOf(content: string): string[] {
  const statements: string[] = []
  let lines: string[] = []
  for (const line of content.split('\n')) {
    lines.push(line)
    const text = lines.join('\n')
    const isInBody = text.split('$$').length % 2 === 0
    if (!line.trimEnd().endsWith(';') || isInBody) continue
    statements.push(text.trim().slice(0, -1))
    lines = []
  }
  const rest = lines.join('\n').trim()
  if (rest !== '') throw new Error(`A statement does not end with a semicolon: ${rest.slice(0, 80)}`)
  return statements
}
