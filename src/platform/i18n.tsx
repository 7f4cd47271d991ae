import { createContext, use } from 'react'
import type { Speech } from './speech.ts'
import type { Language, Text } from './texts/text.ts'

export { languageOf, twinAddress } from './language.ts'
export { createSpeech, type Speech } from './speech.ts'

const SpeechContext = createContext<Speech | undefined>(undefined)
export const SpeechProvider = SpeechContext.Provider

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (!speech) throw new Error('useSpeech: the page is not inside a SpeechProvider')
  return speech
}

const TextsContext = createContext<((language: Language) => Text) | undefined>(undefined)
/** Gives every page its texts; they stay on the server. */
export const TextsProvider = TextsContext.Provider

export function useTexts() {
  const texts = use(TextsContext)
  if (!texts) throw new Error('useTexts: the document is not inside a TextsProvider')
  return texts
}
