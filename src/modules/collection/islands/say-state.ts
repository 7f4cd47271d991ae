import type { FormWords } from '../form/told.ts'
import type { Trouble } from './send.ts'

/** What is known of where the typed is. */
export type FormState = {
  /** Entries that are not known to be on the server. */
  waiting: number
  /** When the server last took something. */
  savedAt: Date | null
  trouble: Trouble | null
  /** The page is a copy that was kept on that day. */
  copyOf: Date | null
  /** Handing in waits for the line. */
  handInWaits: boolean
}

/** The sentences that say it, the most important last, since it is read last. Nothing is called saved that is not. */
export function sayState(state: FormState, words: FormWords, language: string): string[] {
  const { waiting, savedAt, trouble, copyOf, handInWaits } = state
  const time = (at: Date, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'Europe/Riga',
      ...style,
    }).format(at)
  const sentences: string[] = []
  if (copyOf) {
    const at = time(copyOf, { dateStyle: 'long', timeStyle: 'short' })
    sentences.push(words.copy.replace('{{time}}', at))
  }
  if (waiting > 0 && trouble === null) sentences.push(words.saving)
  if (waiting === 0 && savedAt)
    sentences.push(words.saved.replace('{{time}}', time(savedAt, { timeStyle: 'medium' })))
  if (waiting === 0 && !savedAt && !trouble && !copyOf) sentences.push(words.ready)
  if (trouble?.kind === 'refused') sentences.push(words.refused.replace('{{why}}', trouble.why))
  else if (trouble) sentences.push(words[trouble.kind])
  if (waiting > 0 && trouble !== null) sentences.push(waitingWords(waiting, words, language))
  if (handInWaits) sentences.push(words.handInWaits)
  return sentences
}

function waitingWords(count: number, words: FormWords, language: string): string {
  const form = new Intl.PluralRules(language).select(count)
  return (words.waiting[form] ?? words.waiting.other ?? '').replace('{{count}}', String(count))
}
