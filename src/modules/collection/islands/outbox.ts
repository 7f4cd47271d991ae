import type { StoredEntry, StoredForm } from './stored-forms.ts'

const NAME = 'izaugsme-forms'
const FORMS = 'forms'
const ENTRIES = 'entries'

/** Everything typed into forms that is not known to be on the server, in the browser's own database. */
export type Outbox = {
  findForm: (key: string) => Promise<StoredForm | undefined>
  /** Changes a form and what waits of it at once, or not at all. */
  change: (
    key: string,
    work: (form: StoredForm | undefined) => {
      form: StoredForm
      add?: StoredEntry
      remove?: readonly string[]
    },
  ) => Promise<StoredForm>
  /** Entries of an account in the order in which they were typed. */
  findEntries: (account: string) => Promise<StoredEntry[]>
}

/** Opens the outbox. @throws where the browser keeps nothing */
export async function openOutbox(): Promise<Outbox> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(FORMS, { keyPath: 'key' })
      asked.result.createObjectStore(ENTRIES, { keyPath: 'id' }).createIndex('account', 'account')
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return {
    findForm: (key) => answer(db.transaction(FORMS).objectStore(FORMS).get(key)),
    findEntries: async (account) => {
      const found: StoredEntry[] = await answer(
        db.transaction(ENTRIES).objectStore(ENTRIES).index('account').getAll(account),
      )
      return found.sort((one, other) => one.seq - other.seq)
    },
    change: (key, work) =>
      new Promise((resolve, reject) => {
        const both = db.transaction([FORMS, ENTRIES], 'readwrite', { durability: 'strict' })
        const asked = both.objectStore(FORMS).get(key)
        let changed: StoredForm | undefined
        asked.onsuccess = () => {
          const { form, add, remove = [] } = work(asked.result)
          changed = form
          both.objectStore(FORMS).put(form)
          if (add) both.objectStore(ENTRIES).put(add)
          for (const id of remove) both.objectStore(ENTRIES).delete(id)
        }
        both.oncomplete = () => (changed ? resolve(changed) : reject(new Error('nothing was changed')))
        both.onerror = () => reject(both.error)
        both.onabort = () => reject(both.error)
      }),
  }
}

const answer = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

/** Lets the server ask before somebody signs out, which would lose what waits in this browser. */
export function noteUnsent(count: number) {
  const seconds = count > 0 ? 90 * 86_400 : 0
  // biome-ignore lint/suspicious/noDocumentCookie: other ways to set one are not everywhere yet
  document.cookie = `izaugsme_unsent=${count}; Path=/; Max-Age=${seconds}; SameSite=Lax`
}
