import type { EntriesAnswer } from '../form/entries.ts'
import type { ToldForm } from '../form/told.ts'
import { endConflict, showConflict } from './conflicts.ts'
import { deliver, inTurn } from './deliver.ts'
import { changesOf, labelOf, setValue, valuesOf } from './form-values.ts'
import { setVersion } from './hand-in.ts'
import { noteUnsent, type Outbox, openOutbox } from './outbox.ts'
import { askForChanges, type Trouble } from './send.ts'
import { type HandIn, keyOf, newForm, nextEntry, openedForm, type StoredForm } from './stored-forms.ts'

/** What is typed is kept at the latest after this time, however long somebody goes on typing. */
const PAUSE_MS = 2000

type Listeners = {
  /** Told what has changed: how much waits, and what others have typed. */
  tell: (news: { waiting: number; savedAt?: Date; changed?: string[] }) => void
  /** Called when values were put into the form. */
  afterSetting: () => void
  /** Called when something typed is kept here and can be sent. */
  onKept: () => void
}

/** One filling-in of a form: keeps what is typed in the browser first and on the server as soon as there is a line. */
export class Filling {
  readonly #form: HTMLFormElement
  readonly #told: ToldForm
  readonly #outbox: Outbox
  readonly #tell: Listeners['tell']
  readonly #afterSetting: () => void
  readonly #onKept: () => void
  /** Other pages of this browser with the same form. */
  readonly #others = new BroadcastChannel('izaugsme-forms')
  /** What is known to be kept, here or on the server. */
  #known = new Map<string, string>()
  #stored: StoredForm
  #pause: ReturnType<typeof setTimeout> | undefined

  private constructor(
    form: HTMLFormElement,
    told: ToldForm,
    { tell, afterSetting, onKept }: Listeners,
    { outbox, stored }: { outbox: Outbox; stored: StoredForm },
  ) {
    this.#form = form
    this.#told = told
    this.#outbox = outbox
    this.#stored = stored
    this.#tell = tell
    this.#afterSetting = afterSetting
    this.#onKept = onKept
  }

  /** Opens a form as it was left in this browser. @throws where the browser keeps nothing */
  static async open(form: HTMLFormElement, told: ToldForm, listeners: Listeners): Promise<Filling> {
    const outbox = await openOutbox()
    const { account, submission, number } = told
    const key = keyOf(account, submission)
    const stored = await outbox.change(key, (known) => ({
      form: openedForm(known ?? newForm(account, submission, newId(), number), number),
    }))
    const filling = new Filling(form, told, listeners, { outbox, stored })
    await filling.#restore()
    filling.#listen()
    // What was typed before this listened.
    await filling.keep()
    return filling
  }

  get handIn(): HandIn | null {
    return this.#stored.handIn
  }

  async setHandIn(handIn: HandIn | null) {
    this.#stored = await this.#outbox.change(this.#stored.key, (form) => ({
      form: { ...(form ?? this.#stored), handIn },
    }))
  }

  /** Keeps what was typed since the last time in this browser. */
  async keep(forced: Record<string, string> = {}): Promise<void> {
    clearTimeout(this.#pause)
    this.#pause = undefined
    const values = valuesOf(this.#form)
    const fields = { ...changesOf(this.#known, values), ...forced }
    if (Object.keys(fields).length === 0) return
    this.#known = values
    for (const name of Object.keys(fields)) endConflict(this.#form, name)
    const { account, municipality, submission, institution, to } = this.#told
    const into = { account, municipality, submission, institution, to }
    this.#stored = await this.#outbox.change(this.#stored.key, (known) => {
      const { entry, form } = nextEntry(known ?? this.#stored, into, newId(), fields)
      return { form, add: entry }
    })
    this.#others.postMessage({ key: this.#stored.key, fields })
  }

  /** Sends what waits. @returns why something is left of this form */
  async deliver(): Promise<Trouble | null> {
    const { account } = this.#told
    this.#tell({ waiting: await this.#countWaiting() })
    const troubles = await inTurn(account, () =>
      deliver({
        outbox: this.#outbox,
        account,
        beforeNoting: () => this.keep(),
        onNoted: (form, answer) => this.#note(form, answer),
      }),
    )
    const trouble = troubles.get(this.#stored.key) ?? null
    this.#tell({ waiting: await this.#countWaiting() })
    return trouble
  }

  /** Asks what others have typed meanwhile. @returns why nobody can tell */
  async look(): Promise<Trouble | null> {
    const { to, municipality, submission, institution } = this.#told
    const { client, seen } = this.#stored
    const asked = await askForChanges({ to, municipality, submission, institution, client }, seen)
    if ('trouble' in asked) return asked.trouble
    if (asked.answer.number > seen) {
      await this.keep()
      const { answer } = asked
      const form = await this.#outbox.change(this.#stored.key, (known) => {
        const before = known ?? this.#stored
        return {
          form: {
            ...before,
            seen: Math.max(before.seen, answer.number),
            standing: { ...before.standing, ...answer.changed },
          },
        }
      })
      this.#note(form, answer)
    }
    return null
  }

  /** Throws away what waits of this form. */
  async discard() {
    const entries = await this.#outbox.findEntries(this.#told.account)
    const remove = entries.filter(({ key }) => key === this.#stored.key).map(({ id }) => id)
    await this.#outbox.change(this.#stored.key, (form) => ({
      form: { ...(form ?? this.#stored), held: {} },
      remove,
    }))
  }

  async #countWaiting(): Promise<number> {
    const entries = await this.#outbox.findEntries(this.#told.account)
    noteUnsent(entries.length)
    return entries.filter(({ key }) => key === this.#stored.key).length
  }

  /** Puts what this browser knows over the page as it was drawn, but never over what somebody is typing. */
  async #restore() {
    const entries = await this.#outbox.findEntries(this.#told.account)
    const own = entries.filter(({ key }) => key === this.#stored.key)
    const waiting: Record<string, string> = Object.assign({}, ...own.map(({ fields }) => fields))
    const drawn = drawnValues(this.#form)
    const typed = changesOf(drawn, valuesOf(this.#form))
    this.#known = new Map(drawn)
    for (const [name, text] of Object.entries({ ...this.#stored.standing, ...waiting })) {
      this.#known.set(name, text)
      if (!(name in typed)) setValue(this.#form, name, text)
    }
    for (const [name, mine] of Object.entries(this.#stored.held)) {
      if (!(name in waiting)) this.#showConflict(name, this.#known.get(name) ?? '', mine)
    }
    setVersion(this.#form, this.#stored.seen)
    this.#afterSetting()
  }

  #listen() {
    const now = () => void this.keep().then(this.#onKept)
    const soon = () => {
      this.#pause ??= setTimeout(now, PAUSE_MS)
    }
    this.#form.addEventListener('input', soon)
    this.#form.addEventListener('change', now)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && now())
    window.addEventListener('pagehide', now)
    this.#others.addEventListener('message', ({ data }) => {
      if (data?.key !== this.#stored.key) return
      this.#show(data.fields)
    })
  }

  #note(form: StoredForm, { at, changed, held }: EntriesAnswer) {
    if (form.key !== this.#stored.key) return
    this.#stored = form
    setVersion(this.#form, form.seen)
    const names = Object.keys(changed).filter((name) => this.#known.get(name) !== changed[name])
    this.#show(changed)
    this.#others.postMessage({ key: form.key, fields: changed })
    for (const [name, mine] of Object.entries(held)) this.#showConflict(name, changed[name] ?? '', mine)
    const labels = names.filter((name) => !(name in held)).map((name) => labelOf(this.#form, name))
    this.#tell({ waiting: 0, changed: labels, ...(at ? { savedAt: new Date(at) } : {}) })
  }

  /** Shows what stands elsewhere; where somebody has typed since it was asked for, both are shown. */
  #show(fields: Record<string, string>) {
    const typing = changesOf(this.#known, valuesOf(this.#form))
    for (const [name, text] of Object.entries(fields)) {
      this.#known.set(name, text)
      const mine = typing[name]
      if (mine !== undefined && mine !== text) this.#showConflict(name, text, mine)
      setValue(this.#form, name, text)
    }
    this.#afterSetting()
  }

  #showConflict(name: string, theirs: string, mine: string) {
    showConflict(this.#form, { name, theirs, mine }, this.#told.words, (text) => {
      setValue(this.#form, name, text)
      this.#afterSetting()
      void this.keep({ [name]: text }).then(this.#onKept)
    })
  }
}

/** What stood in the form when the server drew it. */
function drawnValues(form: HTMLFormElement): Map<string, string> {
  const copy = form.cloneNode(true) as HTMLFormElement
  copy.reset()
  return valuesOf(copy)
}

/** Pages that did not come over a safe way cannot ask for an id. */
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
