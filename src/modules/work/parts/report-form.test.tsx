import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createSpeech, SpeechProvider } from '#platform/i18n.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'
import platform from '#platform/texts/lv.json' with { type: 'json' }
import { createText } from '#platform/texts/text.ts'
import work from '../texts/lv.json' with { type: 'json' }
import { ReportForm } from './report-form.tsx'

const speech = createSpeech('lv', createText('lv', { ...platform, ...work }))
const served = { requestId: '', facts: {}, islandFile: (name: string) => `/islands/${name}.js` }

const draw = (takesContact: boolean) =>
  renderToStaticMarkup(
    <ServedPage value={served}>
      <SpeechProvider value={speech}>
        <ReportForm answer={undefined} once="one" place={undefined} takesContact={takesContact} />
      </SpeechProvider>
    </ServedPage>,
  )

test('a contact is asked for where it may be kept; elsewhere the form says why not', () => {
  expect(draw(true)).toContain('name="contact"')
  expect(draw(false)).not.toContain('name="contact"')
  expect(draw(false)).toContain('personas datus tajā neglabājam')
})

test('the script is told no more than it needs, and nothing that could end its block early', () => {
  const [, told = ''] = /<script type="application\/json">(.*?)<\/script>/.exec(draw(true)) ?? []
  expect(JSON.parse(told)).toEqual({ language: 'lv', left: 'Atlikušās rakstzīmes: {{number}}' })
  expect(told).not.toContain('<')
  expect(draw(true)).toContain('src="/islands/typed-text.js"')
})
