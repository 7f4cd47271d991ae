import { type Token, tokensOf } from './tokens.ts'

/** An expression as a tree. `at` is where it begins in the text. */
export type Expression = { at: number } & (
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; inputs: readonly Expression[] }
  | { kind: 'not' | 'minus'; of: Expression }
  | { kind: 'both'; sign: Sign; left: Expression; right: Expression }
)

/** Signs between two values, by how loosely they bind. */
const LEVELS = [['or'], ['and'], ['=', '<>', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']] as const
export type Sign = (typeof LEVELS)[number][number]
/** The level at which `not` stands: it takes a whole comparison. */
const COMPARISON = 2
export const COMPARISONS: ReadonlySet<string> = new Set(LEVELS[COMPARISON])
/** Deeper than anybody writes; a stranger's text must not exhaust the stack. */
const DEEPEST = 60

/** An expression that cannot be read, where, and what stands there. */
export class Unreadable extends Error {
  readonly at: number
  readonly found: string

  constructor({ at, text }: Token) {
    super(`unreadable at ${at}`)
    this.at = at
    this.found = text
  }
}

const known = new Map<string, Expression>()
const MOST_KNOWN = 2000

/**
 * Reads an expression; each text is read once.
 *
 * @throws Unreadable at the first piece that cannot stand where it stands
 */
export function parse(text: string): Expression {
  const found = known.get(text)
  if (found) return found
  const reader = new Reader(tokensOf(text))
  const expression = reader.level(0)
  reader.end()
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, expression)
  return expression
}

class Reader {
  private position = 0
  private depth = 0

  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  private get next(): Token {
    return this.tokens[this.position] as Token
  }

  level(number: number): Expression {
    this.depth += 1
    if (this.depth > DEEPEST * LEVELS.length) throw new Unreadable(this.next)
    try {
      const signs = LEVELS[number]
      if (!signs) return this.single()
      if (number === COMPARISON && this.takes('not')) return this.negated()
      let left = this.level(number + 1)
      for (let sign = this.sign(signs); sign; sign = this.sign(signs)) {
        left = { kind: 'both', at: left.at, sign, left, right: this.level(number + 1) }
        // Of three figures in a row nobody knows which two are compared.
        if (number === COMPARISON && this.isSign(signs)) throw new Unreadable(this.next)
      }
      return left
    } finally {
      this.depth -= 1
    }
  }

  end() {
    if (this.next.kind !== 'end') throw new Unreadable(this.next)
  }

  private negated(): Expression {
    const { at } = this.tokens[this.position - 1] as Token
    return { kind: 'not', at, of: this.level(COMPARISON) }
  }

  private single(): Expression {
    const token = this.next
    const { kind, text, at } = token
    if (this.takes('-')) return { kind: 'minus', at, of: this.level(LEVELS.length) }
    if (this.takes('(')) {
      const inner = this.level(0)
      this.demand(')')
      return inner
    }
    if (kind === 'number' || kind === 'text') this.position += 1
    if (kind === 'number') return { kind, at, value: Number(text) }
    if (kind === 'text') return { kind, at, value: text }
    if (kind !== 'name' || KEYWORDS.has(text)) throw new Unreadable(token)
    this.position += 1
    return this.takes('(')
      ? { kind: 'call', at, name: text, inputs: this.inputs() }
      : { kind, at, name: text }
  }

  private inputs(): Expression[] {
    const inputs: Expression[] = []
    if (this.takes(')')) return inputs
    do inputs.push(this.level(0))
    while (this.takes(','))
    this.demand(')')
    return inputs
  }

  private isSign = (signs: readonly Sign[]) =>
    this.next.kind !== 'text' && (signs as readonly string[]).includes(this.next.text)

  private sign(signs: readonly Sign[]): Sign | undefined {
    if (!this.isSign(signs)) return undefined
    const { text } = this.next
    this.position += 1
    return text as Sign
  }

  private takes(text: string): boolean {
    const isThere = this.next.kind !== 'text' && this.next.kind !== 'end' && this.next.text === text
    if (isThere) this.position += 1
    return isThere
  }

  private demand(text: string) {
    if (!this.takes(text)) throw new Unreadable(this.next)
  }
}

/** Words that no element may be called. */
export const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not'])
