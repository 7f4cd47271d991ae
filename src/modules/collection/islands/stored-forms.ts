/** What a browser keeps of one form for one account. */
export type StoredForm = {
  /** Account and submission. */
  key: string
  account: string
  /** One filling-in of the form in this browser. */
  client: string
  /** How many edits were made here so far. */
  seq: number
  /** Number of the newest edit on the server that was shown here. */
  seen: number
  /** What stands on the server in fields that were sent or changed since the page was drawn. */
  standing: Record<string, string>
  /** What was typed into fields that somebody else had changed, until somebody chooses. */
  held: Record<string, string>
  handIn: HandIn | null
}

/** Handing in that was asked for and is not known to be done. */
export type HandIn = {
  once: string
  /** When the page from which it was asked for was drawn. */
  page: string
  /** Whether it was sent, and only the answer is not known. */
  isSent: boolean
}

/** What was typed and is not known to be on the server. */
export type StoredEntry = {
  id: string
  key: string
  account: string
  /** Where it goes, and of which form and institution it is. */
  to: string
  municipality: string
  submission: string
  institution: string
  client: string
  seq: number
  base: number
  fields: Record<string, string>
}

export const keyOf = (account: string, submission: string) => `${account} ${submission}`

/** What an edit takes over from the form it was typed into. */
type Into = Pick<StoredEntry, 'account' | 'to' | 'municipality' | 'submission' | 'institution'>

/** The next edit of a form, and the form after it. Pure: whoever keeps both, keeps them at once. */
export function nextEntry(form: StoredForm, into: Into, id: string, fields: Record<string, string>) {
  const seq = form.seq + 1
  const entry: StoredEntry = { ...into, id, key: form.key, client: form.client, seq, base: form.seen, fields }
  return { entry, form: { ...form, seq, held: without(form.held, fields) } }
}

export const newForm = (account: string, submission: string, client: string, seen: number): StoredForm => ({
  key: keyOf(account, submission),
  account,
  client,
  seq: 0,
  seen,
  standing: {},
  held: {},
  handIn: null,
})

/**
 * A form as a page of it is opened. A page that shows all that was seen here is the truth; an older copy is not, so
 * what stands on the server is put over it.
 */
export const openedForm = (form: StoredForm, number: number): StoredForm =>
  number >= form.seen ? { ...form, seen: number, standing: {} } : form

/** What the server has said of entries that were sent. */
type Said = { number: number; changed: Record<string, string>; held: Record<string, string> }

/** A form after the server has taken entries: what was sent stands there, but for what others had changed. */
export function afterAnswer(
  form: StoredForm,
  sent: readonly Pick<StoredEntry, 'fields'>[],
  { number, changed, held }: Said,
): StoredForm {
  const typed: Record<string, string> = Object.assign({}, ...sent.map(({ fields }) => fields))
  const standing = { ...form.standing, ...without(typed, held), ...changed }
  return { ...form, seen: Math.max(form.seen, number), standing, held: { ...form.held, ...held } }
}

const without = (fields: Record<string, string>, others: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in others)))
