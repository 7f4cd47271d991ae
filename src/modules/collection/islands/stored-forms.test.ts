import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, foldEdits, mergeEdit } from '../form/edits.ts'
import { deliver } from './deliver.ts'
import type { Outbox } from './outbox.ts'
import type { Sent } from './send.ts'
import {
  afterAnswer,
  newForm,
  nextEntry,
  openedForm,
  type StoredEntry,
  type StoredForm,
} from './stored-forms.ts'

const into = {
  account: 'anna',
  municipality: 'town',
  submission: 'form',
  institution: 'school',
  to: '/ieraksti',
}
const fresh = newForm('anna', 'form', 'browser', 0)
const said = { changed: {}, held: {} }

describe('what a browser keeps of a form', () => {
  test('counts its edits, and says of each what had been seen', () => {
    const first = nextEntry({ ...fresh, seen: 7 }, into, 'one', { pupils: '1' })
    const second = nextEntry(first.form, into, 'two', { pupils: '2' })
    expect([first.entry, second.entry].map(({ seq, base }) => ({ seq, base }))).toEqual([
      { seq: 1, base: 7 },
      { seq: 2, base: 7 },
    ])
  })

  test('knows after an answer what stands on the server, and what is held beside it', () => {
    const answered = afterAnswer(fresh, [{ fields: { pupils: '5', staff: '2' } }], {
      number: 4,
      changed: { pupils: '3' },
      held: { pupils: '5' },
    })
    expect(answered).toMatchObject({
      seen: 4,
      standing: { pupils: '3', staff: '2' },
      held: { pupils: '5' },
    })
    expect(nextEntry(answered, into, 'chosen', { pupils: '5' }).form.held).toEqual({})
  })

  test('is put over an older copy of the page, and not over a newer one', () => {
    const known = { ...fresh, seen: 4, standing: { pupils: '3' } }
    expect(openedForm(known, 3)).toEqual(known)
    expect(openedForm(known, 6)).toMatchObject({ seen: 6, standing: {} })
  })
})

/** An outbox in memory, and a server that takes an edit once and may not be heard. */
function meet(answers: readonly ('heard' | 'unheard' | 'away')[]) {
  let form: StoredForm = fresh
  const entries: StoredEntry[] = []
  const edits: Edit[] = []
  const outbox: Outbox = {
    findForm: async () => form,
    findEntries: async () => [...entries],
    change: async (_key, work) => {
      const { form: changed, add, remove = [] } = work(form)
      form = changed
      if (add) entries.push(add)
      for (const id of remove)
        entries.splice(
          entries.findIndex((one) => one.id === id),
          1,
        )
      return changed
    },
  }
  let asked = 0
  const send = async (batch: readonly StoredEntry[]): Promise<Sent> => {
    const fate = answers[asked] ?? 'heard'
    asked += 1
    if (fate === 'away') return { trouble: { kind: 'away' } }
    for (const entry of batch) {
      if (edits.some(({ id }) => id === entry.id)) continue
      const merged = mergeEdit(edits, entry)
      edits.push({ ...entry, ...merged, number: edits.length + 1, accountId: 'anna', at: new Date(0) })
    }
    if (fate === 'unheard') return { trouble: { kind: 'away' } }
    return { answer: { ...said, number: edits.length, at: '' } }
  }
  const type = (id: string, fields: Record<string, string>) =>
    outbox.change('', (known) => {
      const next = nextEntry(known ?? fresh, into, id, fields)
      return { form: next.form, add: next.entry }
    })
  const flush = () =>
    deliver({ outbox, account: 'anna', send, beforeNoting: async () => undefined, onNoted: () => undefined })
  return { type, flush, edits, entries }
}

const fates = fc.array(fc.constantFrom('heard' as const, 'unheard' as const, 'away' as const), {
  maxLength: 12,
})
const typing = fc.array(
  fc.tuple(fc.constantFrom('pupils', 'staff'), fc.integer({ min: 0, max: 99 }), fc.boolean()),
  {
    minLength: 1,
    maxLength: 15,
  },
)

describe('delivering', () => {
  test('loses and doubles nothing, whenever the line breaks and whatever is not heard', async () => {
    await fc.assert(
      fc.asyncProperty(fates, typing, async (answers, steps) => {
        const { type, flush, edits, entries } = meet(answers)
        const wanted: Record<string, string> = {}
        for (const [index, [name, number, isFlushed]] of steps.entries()) {
          wanted[name] = String(number)
          await type(`edit ${index}`, { [name]: String(number) })
          if (isFlushed) await flush()
        }
        for (let tries = 0; entries.length > 0 && tries < 20; tries += 1) await flush()
        expect(edits.map(({ id }) => id).sort()).toEqual(steps.map((_, index) => `edit ${index}`).sort())
        expect(foldEdits(edits).typed).toEqual(wanted)
      }),
    )
  })

  test('keeps everything while the line is away, and says why', async () => {
    const { type, flush, entries } = meet(['away'])
    await type('one', { pupils: '1' })
    expect([...(await flush()).values()]).toEqual([{ kind: 'away' }])
    expect(entries).toHaveLength(1)
  })
})
