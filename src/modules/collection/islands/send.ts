import type { EntriesAnswer, EntriesRefusal } from '../form/entries.ts'
import type { StoredEntry } from './stored-forms.ts'

/** Why what was typed is not on the server: each of them keeps it here. */
export type Trouble = { kind: 'away' | 'busy' | 'signIn' } | { kind: 'refused'; why: string }
export type Sent = { answer: EntriesAnswer } | { trouble: Trouble }

const MOST_KEPT_ALIVE = 32_000

/** Sends entries of one form, in their order. Sent twice they are taken once, so whoever does not hear back asks again. */
export async function sendEntries(entries: readonly StoredEntry[]): Promise<Sent> {
  const [first] = entries
  if (!first) throw new Error('sendEntries: there is nothing to send')
  const body = new URLSearchParams({
    account: first.account,
    municipality: first.municipality,
    submission: first.submission,
    institution: first.institution,
    edits: JSON.stringify(
      entries.map(({ id, client, seq, base, fields }) => ({ id, client, seq, base, fields })),
    ),
  })
  // Small ones go on to their end even when the page is left; of larger ones browsers allow no more at once.
  const keepalive = body.toString().length < MOST_KEPT_ALIVE
  const init = { method: 'POST', body, redirect: 'manual', keepalive } as const
  const answered = await fetch(first.to, init).catch(() => undefined)
  return readAnswer(answered)
}

/** What others have typed meanwhile. */
export async function askForChanges(
  entry: Pick<StoredEntry, 'to' | 'municipality' | 'submission' | 'institution' | 'client'>,
  seen: number,
): Promise<Sent> {
  const query = new URLSearchParams({
    no: String(seen),
    pasvaldiba: entry.municipality,
    iesniegums: entry.submission,
    iestade: entry.institution,
    parluks: entry.client,
  })
  return readAnswer(await fetch(`${entry.to}?${query}`, { redirect: 'manual' }).catch(() => undefined))
}

/** What the server has said, or why it has not: a redirect leads to the page on which one signs in. */
export async function readAnswer(answered: Response | undefined): Promise<Sent> {
  if (!answered) return { trouble: { kind: 'away' } }
  const { status, type } = answered
  if (type === 'opaqueredirect' || status === 401) return { trouble: { kind: 'signIn' } }
  const isTold = answered.headers.get('content-type')?.startsWith('application/json')
  if (status === 200 && isTold)
    return {
      answer: { at: '', held: {}, ...((await answered.json()) as Partial<EntriesAnswer>) } as EntriesAnswer,
    }
  if (status === 429 || status >= 500) return { trouble: { kind: 'busy' } }
  const why = isTold ? ((await answered.json()) as EntriesRefusal).why : String(status)
  return { trouble: { kind: 'refused', why } }
}
