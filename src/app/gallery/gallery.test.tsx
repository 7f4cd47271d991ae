import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, test } from 'vitest'
import { MISSING_KINDS, VALUE_KINDS } from '#modules/indicators'
import { createSpeech, SpeechProvider } from '#platform/i18n.tsx'
import { LANGUAGES, type Language } from '#platform/texts/text.ts'
import { textIn } from '../texts.server.ts'
import { GALLERY } from './parts.ts'

const parts = GALLERY.flatMap((group) => group.parts)

/** What a reader finds in an example: its text, and the names of its pictures. */
function wordsOf(shown: React.ReactNode, language: Language): string {
  const router = createMemoryRouter([
    {
      path: '/',
      element: <SpeechProvider value={createSpeech(language, textIn(language))}>{shown}</SpeechProvider>,
    },
  ])
  return renderToStaticMarkup(<RouterProvider router={router} />)
    .replace(/<[^>]*? aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
}

describe.each(parts)('$name', ({ examples }) => {
  test.each(examples)('says what it must: $state.en', ({ shows, says, neverSays = [], isEmpty }) => {
    for (const language of LANGUAGES) {
      const words = wordsOf(shows, language)
      expect(words.trim() === '').toBe(isEmpty ?? false)
      for (const wanted of says[language]) expect(words).toContain(wanted)
      for (const wrong of neverSays) expect(` ${words} `).not.toContain(` ${wrong} `)
    }
  })

  test('is told apart in every state', () => {
    const names = examples.map(({ state }) => state.lv)
    expect(new Set(names).size).toBe(names.length)
  })
})

test('every part has an address of its own', () => {
  expect(new Set(parts.map(({ name }) => name.toLowerCase())).size).toBe(parts.length)
})

test('no kind of value and no kind of missing one is left out', () => {
  const states = parts.find(({ name }) => name === 'ValueText')?.examples.map(({ state }) => state.en) ?? []
  for (const kind of MISSING_KINDS) expect(states).toContain(`missing: ${kind}`)
  expect(states.length).toBeGreaterThanOrEqual(MISSING_KINDS.length + VALUE_KINDS.length)
})
