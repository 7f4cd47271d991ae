import type { Language, Text } from '#platform/texts/text.ts'
import type { Answer, Answers, CallForm } from '../model.ts'

/** What the browser says while somebody fills in a form, in the language of the page. */
export type FormWords = Record<Exclude<(typeof WORDS)[number], 'waiting'>, string> & {
  /** How many entries wait, by the form of the plural. */
  waiting: Record<string, string>
}
const WORDS = [
  'ready',
  'saving',
  'saved',
  'waiting',
  'away',
  'busy',
  'signIn',
  'signInLink',
  'refused',
  'discard',
  'copy',
  'noStore',
  'changed',
  'conflict',
  'keepTheirs',
  'takeMine',
  'blank',
  'handInWaits',
  'handInStop',
  'handInStopped',
  'handInConflict',
  'checks',
  'checksHold',
  'waitsForServer',
  'notTold',
  'comment',
] as const

/** What the page of a form tells the script that keeps what is typed; see `islands/data-form.island.ts`. */
export type ToldForm = {
  /** Whose entries these are: nobody else's are sent. */
  account: string
  municipality: string
  submission: string
  institution: string
  /** Where entries go. */
  to: string
  /** Number of the newest edit that the page shows. */
  number: number
  /** When the server drew the page; tells a copy from a new one. */
  drawnAt: string
  language: Language
  form: CallForm
  /** Own accepted answers of one period earlier, and numbers of earlier periods, for checks. */
  last: [field: string, answer: Answer][] | null
  history: [field: string, numbers: readonly number[]][] | null
  words: FormWords
}

/** What only the browser knows; it fills these places in. */
const FILLED_LATER = Object.fromEntries(
  ['time', 'why', 'fields', 'theirs', 'mine'].map((name) => [name, `{{${name}}}`]),
)

type Asked = Pick<
  ToldForm,
  'account' | 'municipality' | 'submission' | 'institution' | 'number' | 'language' | 'form'
> & {
  /** Address of the form, in the language of the page. */
  address: string
  last?: Answers | undefined
  history?: ReadonlyMap<string, readonly number[]> | undefined
}

/** Puts together what the page of a form tells its script. */
export function toldOfForm(
  text: Text,
  { address, last, history, ...asked }: Asked,
  now = new Date(),
): ToldForm {
  const said = Object.fromEntries(
    WORDS.flatMap((word) =>
      word === 'waiting' ? [] : [[word, text(`collection.offline.${word}`, FILLED_LATER)]],
    ),
  ) as Omit<FormWords, 'waiting'>
  const { zero, one, other } = {
    zero: text('collection.offline.waiting', { count: 10, number: '{{count}}' }),
    one: text('collection.offline.waiting', { count: 1, number: '{{count}}' }),
    other: text('collection.offline.waiting', { count: 2, number: '{{count}}' }),
  }
  return {
    ...asked,
    to: `${address}/ieraksti`,
    drawnAt: now.toISOString(),
    last: last ? [...last] : null,
    history: history ? [...history] : null,
    words: { ...said, waiting: { zero, one, other } },
  }
}
