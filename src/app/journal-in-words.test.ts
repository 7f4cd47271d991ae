import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_STATES } from '../modules/findings/life.ts'
import { texts } from './texts.server.ts'

/** Where a service names what it does for the journal; what a page does is named for the log, elsewhere. */
const services = globSync('src/**/*.ts').filter((file) => !/\.test\.ts$|\/pages\//.test(file))
const NAMED =
  /\baction: '([a-z]+\.[a-zA-Z]+)'|\b(?:moveInChange|writeGrant)\([^']*'([a-z]+\.[a-zA-Z]+)'|'(job\.[a-zA-Z]+)'/g

function actionsOfJournal(): Set<string> {
  const named = services.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(NAMED)].map(([, ...names]) => names.find(Boolean) ?? ''),
  )
  const states = ALL_STATES.filter((state) => state !== 'closed').map((state) => `finding.${state}`)
  return new Set([...named, ...states, 'draft.open', 'draft.asked', 'draft.published'])
}

test('whatever the journal keeps is said in words, in both languages', () => {
  const actions = actionsOfJournal()
  expect(actions.size).toBeGreaterThan(40)
  const silent = [...actions].filter((action) =>
    (['lv', 'en'] as const).some((language) => !texts[language][`access.did.${action}`]),
  )
  expect(silent).toEqual([])
})
