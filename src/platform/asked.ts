import { Refused } from './refuse.ts'
import { isDay } from './rights/day.ts'
import type { TextKey, TextValues } from './texts/text.ts'

/** A value in the address of a page that the page cannot answer. */
export type WrongValue = {
  parameter: string
  /** As it was given. */
  value: string
  allowed: Allowed
}

/** What could have been asked: some values, with their names where they have any, or what a value must be, in words. */
export type Allowed =
  | { values: readonly string[]; named?: Readonly<Record<string, TextKey>> }
  | { words: TextKey; fill?: TextValues }

/** What a page calls a value that its address may have. */
type NameOf<Value> = (value: Value) => TextKey

/** Longest text that a page looks for. */
const LONGEST_TEXT = 100
const LARGEST_PAGE = 999_999

/**
 * Reads what the address of a page asks for. What it reads wrongly it leaves out and remembers, so that
 * {@link demandRight} can refuse all of it at once: a page must not answer another question than it was asked.
 */
export class AskedValues {
  readonly #query: URLSearchParams
  readonly #wrong = new Map<string, WrongValue>()

  constructor(asked: URLSearchParams | Pick<Request, 'url'>) {
    this.#query = asked instanceof URLSearchParams ? asked : new URL(asked.url).searchParams
  }

  /** Words to look for, or a code of which there are too many to list; undefined when none are asked. */
  text(parameter: string): string | undefined {
    return this.#query.get(parameter)?.trim().slice(0, LONGEST_TEXT) || undefined
  }

  /** One of some values; undefined when none is asked, or another. */
  oneOf<Value extends string>(
    parameter: string,
    allowed: readonly Value[],
    nameOf?: NameOf<Value>,
  ): Value | undefined {
    const value = this.text(parameter)
    const found = allowed.find((one) => one === value)
    if (value !== undefined && found === undefined) this.complain(parameter, among(allowed, nameOf), value)
    return found
  }

  /** Each of some values that is asked, in the order of `allowed`; the parameter may be given several times. */
  severalOf<Value extends string>(
    parameter: string,
    allowed: readonly Value[],
    nameOf?: NameOf<Value>,
  ): Value[] {
    const values = this.#query
      .getAll(parameter)
      .map((value) => value.trim())
      .filter((value) => value !== '')
    const unknown = values.find((value) => !allowed.some((one) => one === value))
    if (unknown !== undefined) this.complain(parameter, among(allowed, nameOf), unknown)
    return allowed.filter((one) => values.includes(one))
  }

  /** A whole number within bounds that include both ends; undefined when none is asked, or another. */
  number(parameter: string, { from, to }: { from: number; to: number }): number | undefined {
    const value = this.text(parameter)
    if (value === undefined) return undefined
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= from && number <= to) return number
    const fill = { from: String(from), to: String(to) }
    this.complain(parameter, { words: 'platform.asked.number', fill }, value)
    return undefined
  }

  /** A day that the calendar has, within bounds that include both ends; undefined when none is asked, or another. */
  day(parameter: string, { from, to }: { from?: string; to?: string } = {}): string | undefined {
    const value = this.text(parameter)
    if (value === undefined) return undefined
    if (isDay(value) && (!from || value >= from) && (!to || value <= to)) return value
    this.complain(parameter, dayAllowed(from, to), value)
    return undefined
  }

  /** Which page of a list, from 1; the first when none is asked. How many there are is often known only later. */
  page(parameter = 'page'): number {
    const value = this.text(parameter)
    if (value === undefined) return 1
    if (/^[1-9]\d*$/.test(value) && Number(value) <= LARGEST_PAGE) return Number(value)
    this.complain(parameter, { words: 'platform.asked.page' }, value)
    return 1
  }

  /** Remembers it when the page asked for lies behind the last one. */
  demandPage(pages: number, parameter = 'page'): void {
    if (this.#wrong.has(parameter) || this.page(parameter) <= Math.max(1, pages)) return
    const allowed: Allowed =
      pages <= 1
        ? { words: 'platform.asked.onlyPage' }
        : { words: 'platform.asked.pages', fill: { pages: String(pages) } }
    this.complain(parameter, allowed)
  }

  /** Remembers that a value cannot be answered, where only the page itself can know. */
  complain(parameter: string, allowed: Allowed, value = this.text(parameter) ?? ''): void {
    this.#wrong.set(parameter, { parameter, value, allowed })
  }

  /** Whether nothing of what was read so far is wrong. */
  get isRight(): boolean {
    return this.#wrong.size === 0
  }

  /** @throws Refused (400) naming everything that is wrong */
  demandRight(): void {
    if (this.#wrong.size > 0) throw new WrongValues([...this.#wrong.values()])
  }
}

/** A page that was asked for something it does not have. */
export class WrongValues extends Refused {
  readonly wrong: readonly WrongValue[]

  constructor(wrong: readonly WrongValue[]) {
    super(400, 'platform.asked.wrong')
    this.wrong = wrong
  }
}

/** The address without some parameters, or with other values in their place. */
export function addressWith(
  { pathname, search }: { pathname: string; search: string },
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
  anchor?: string,
): string {
  const query = new URLSearchParams(search)
  for (const [name, change] of Object.entries(changes)) {
    query.delete(name)
    for (const value of [change ?? []].flat()) query.append(name, value)
  }
  // As addresses are written everywhere here: school years stay readable.
  const written = query.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')
  return `${pathname}${written === '' ? '' : `?${written}`}${anchor ? `#${anchor}` : ''}`
}

const among = <Value extends string>(values: readonly Value[], nameOf?: NameOf<Value>): Allowed =>
  nameOf ? { values, named: Object.fromEntries(values.map((value) => [value, nameOf(value)])) } : { values }

function dayAllowed(from: string | undefined, to: string | undefined): Allowed {
  const fill = { example: to ?? from ?? EXAMPLE_DAY, from: from ?? '', to: to ?? '' }
  if (from && to) return { words: 'platform.asked.day.between', fill }
  if (to) return { words: 'platform.asked.day.until', fill }
  return from ? { words: 'platform.asked.day.from', fill } : { words: 'platform.asked.day', fill }
}
const EXAMPLE_DAY = '2026-01-31'
