import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_STATES } from '../modules/findings/life.ts'
import { everyReach } from './reach.server.ts'
import { texts } from './texts.server.ts'

/** Where a service names what it does for the journal; what a page does is named for the log, elsewhere, and what a report says is no deed. */
const services = globSync('src/**/*.ts').filter(
  (file) => !/\.test\.ts$|testing\.server\.ts$|\/(pages|content)\//.test(file),
)
/** What an action is said to be, over as many lines as it takes: chosen with `? :` or not. */
const SAID = /\baction\s*(?::(?! string)|=(?!=|>))\s*([^;{}]*?)(?:,\n|;|\n\s*[})]|\}|\n\n)/g
/** An action that is handed to a function which writes it. */
const HANDED = /\b(?:moveInChange|writeGrant|intentOf)\([^']*'([a-z]+\.[a-zA-Z]+)'|'(job\.[a-zA-Z]+)'/g
const NAME = /'([a-z]+\.[a-zA-Z]+)'/g
/** A table that stands beside the word, which is no deed. */
const TABLE = 'strategy.action'

/** What stands behind an action that is put together, by how it is written. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  '`finding.${entry.state}`': ALL_STATES.filter((state) => state !== 'closed').map((one) => `finding.${one}`),
  '`answer.${delivery}`': ['answer.waiting', 'answer.sent', 'answer.failed', 'answer.none'],
  '`task.${state}`': ['task.done', 'task.withdrawn'],
  '`draft.${draft.state}`': ['draft.open', 'draft.asked', 'draft.published'],
}

const read = services.map((file) => readFileSync(file, 'utf8'))
const said = read.flatMap((text) => [...text.matchAll(SAID)].map(([, how = '']) => how))
const built = said.flatMap((how) => how.match(/`[^`]*`/g) ?? [])

function actionsOfJournal(): Set<string> {
  const named = said.flatMap((how) => [...how.matchAll(NAME)].map(([, name = '']) => name))
  const handed = read.flatMap((text) =>
    [...text.matchAll(HANDED)].map(([, ...names]) => names.find(Boolean) ?? ''),
  )
  // A list of a plan's parts says in which table each is, that of actions too: a table is no deed.
  const deeds = [...named, ...handed].filter((name) => !(name in everyReach))
  return new Set([...deeds, ...built.flatMap((how) => PUT_TOGETHER[how] ?? [])])
}

test('actions are found that are chosen or put together', () => {
  const actions = actionsOfJournal()
  const chosen = ['status.corrected', 'data.erasureAsked', 'review.done', 'account.declined', 'task.done']
  expect(chosen.filter((action) => !actions.has(action))).toEqual([])
  expect(built.filter((how) => !(how in PUT_TOGETHER))).toEqual([])
})

test('whatever the journal keeps is said in words, in both languages', () => {
  const actions = actionsOfJournal()
  expect(actions.size).toBeGreaterThan(40)
  actions.delete(TABLE)
  const silent = [...actions].filter((action) =>
    (['lv', 'en'] as const).some((language) => !texts[language][`access.did.${action}`]),
  )
  expect(silent).toEqual([])
})
