import type { EntriesAnswer } from '../form/entries.ts'
import type { Outbox } from './outbox.ts'
import { type Sent, sendEntries, type Trouble } from './send.ts'
import { afterAnswer, type StoredEntry, type StoredForm } from './stored-forms.ts'

/** So many entries travel together. */
const TOGETHER = 50

type Delivery = {
  outbox: Outbox
  account: string
  /** What is done before the server's answer is noted: what stands typed by then was typed without knowing it. */
  beforeNoting: (key: string) => Promise<void>
  onNoted: (form: StoredForm, answer: EntriesAnswer) => void
  send?: (entries: readonly StoredEntry[]) => Promise<Sent>
}

/**
 * Sends everything of an account that waits in this browser, form by form, in the order in which it was typed. An
 * entry is forgotten only once the server has said that it is there.
 *
 * @returns why something is left, by the key of its form; empty when nothing is
 */
export async function deliver(delivery: Delivery): Promise<Map<string, Trouble>> {
  const troubles = new Map<string, Trouble>()
  const { outbox, account, send = sendEntries } = delivery
  for (;;) {
    const entries = (await outbox.findEntries(account)).filter(({ key }) => !troubles.has(key))
    const [first] = entries
    if (!first) return troubles
    const batch = entries.filter(({ key }) => key === first.key).slice(0, TOGETHER)
    const sent = await send(batch)
    if ('trouble' in sent) {
      for (const { key } of entries) {
        if (key === first.key || sent.trouble.kind !== 'refused') troubles.set(key, sent.trouble)
      }
      continue
    }
    await delivery.beforeNoting(first.key)
    const form = await outbox.change(first.key, (before) => {
      if (!before) throw new Error('deliver: entries of a form that is not kept')
      return { form: afterAnswer(before, batch, sent.answer), remove: batch.map(({ id }) => id) }
    })
    delivery.onNoted(form, sent.answer)
  }
}

/** Lets one page of this browser after another deliver, so that nothing travels twice at once. */
export async function inTurn<Result>(account: string, work: () => Promise<Result>): Promise<Result> {
  // Only pages that came over a safe way have locks; elsewhere the server tells what came twice.
  if (!navigator.locks) return work()
  return navigator.locks.request(`izaugsme-forms ${account}`, work) as Promise<Result>
}
