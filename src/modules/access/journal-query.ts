import { AskedValues } from '#platform/asked.ts'
import type { JournalQuery } from '#platform/journal/journal-store.server.ts'
import { type Names, nameOfAccount } from './holding.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A stream is told from an action by the word before it. */
const STREAM = 'plusma:'

/** Parameters of the pages on which the journal is read. */
export const JOURNAL_PARAMETERS = ['kas', 'ko', 'no', 'lidz', 'par', 'aiz']

/** What was asked for, as it stands in the fields. */
export type JournalAsked = { kas: string; ko: string; no: string; lidz: string; par: string; aiz: string }

/** Reads the filters of an address. What is no cursor is passed over. @throws Refused where a day is none */
export function readJournalAsked(request: Pick<Request, 'url'>): JournalAsked {
  const asked = new AskedValues(request)
  const read = (name: string) => (asked.text(name) ?? '').replaceAll(/\p{Cc}/gu, '')
  const aiz = ID.test(read('aiz')) ? read('aiz') : ''
  const [no, lidz] = [asked.day('no') ?? '', asked.day('lidz') ?? '']
  asked.demandRight()
  return { kas: read('kas'), ko: read('ko'), no, lidz, par: read('par'), aiz }
}

/**
 * What is looked for.
 *
 * @param actors accounts among which a typed name is looked for
 */
export function queryOf(
  { kas, ko, no, lidz, par }: JournalAsked,
  { municipalityId, names, actors }: { municipalityId: string; names: Names; actors: readonly string[] },
): JournalQuery {
  const wanted = kas.toLocaleLowerCase('lv')
  const isCalled = (actor: string) => nameOfAccount(names, actor).toLocaleLowerCase('lv').includes(wanted)
  return {
    municipalityId,
    who: kas === '' ? undefined : actors.filter((actor) => actor === kas || isCalled(actor)),
    stream: ko.startsWith(STREAM) ? ko.slice(STREAM.length) : undefined,
    action: ko !== '' && !ko.startsWith(STREAM) ? ko : undefined,
    from: no || undefined,
    until: lidz || undefined,
    about: par || undefined,
  }
}

export const streamValue = (stream: string) => `${STREAM}${stream}`
