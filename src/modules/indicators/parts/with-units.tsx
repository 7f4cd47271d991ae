import type { ReactNode } from 'react'
import { SpeechProvider, useSpeech } from '#platform/i18n.tsx'
import { sayWithUnits, type UnitTable } from '#platform/say/index.ts'

/** Calls the units of figures as their plan calls them. */
export function WithUnits({ units, children }: { units: UnitTable; children: ReactNode }) {
  const speech = useSpeech()
  return (
    <SpeechProvider value={{ ...speech, say: sayWithUnits(speech.language, units) }}>
      {children}
    </SpeechProvider>
  )
}
