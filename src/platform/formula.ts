/**
 * What a spreadsheet may run instead of showing: a sign that begins a formula or a command, after whatever
 * cannot be seen. Full-width signs count as plain ones, since spreadsheets fold them.
 */
const LIKE_A_FORMULA = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@|]|[\t\r\n])/u
const NUMBER = /^[-+]?\d+([.,]\d+)?$/

/** A text that no spreadsheet runs: one that would be a formula gets an apostrophe before it. */
export function disarm(text: string): string {
  return isArmed(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** The text that was disarmed; every other text as it is. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && isArmed(text) ? text.slice(1) : text
}

const isArmed = (text: string) => LIKE_A_FORMULA.test(text.normalize('NFKC'))
