/** A piece of an expression and where it stands in it, from 0. */
export type Token = {
  kind: 'number' | 'text' | 'name' | 'sign' | 'end' | 'unknown'
  text: string
  at: number
}

const PIECE =
  /\s*(?:(?<number>\d+(?:\.\d+)?)(?![\w.])|'(?<text>[^']*)'|(?<name>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?![\w])|(?<sign><>|<=|>=|[-+*/=<>(),])|(?<unknown>\S))/gy

/** Takes an expression apart. What it does not know stands there as unknown, for the reader to complain about. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  PIECE.lastIndex = 0
  for (;;) {
    const found = PIECE.exec(text)
    if (!found) break
    const [kind, piece] = Object.entries(found.groups ?? {}).find(([, one]) => one !== undefined) ?? []
    if (kind === undefined || piece === undefined) break
    const at = found.index + found[0].length - (kind === 'text' ? piece.length + 2 : piece.length)
    tokens.push({ kind: kind as Token['kind'], text: piece, at })
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}
