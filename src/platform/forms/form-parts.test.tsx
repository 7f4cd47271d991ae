import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSpeech, SpeechProvider } from '../i18n.tsx'
import en from '../texts/en.json' with { type: 'json' }
import lv from '../texts/lv.json' with { type: 'json' }
import { createText } from '../texts/text.ts'
import { ChoiceField, LineField, LongField } from './field-parts.tsx'
import { FormAnswer, fieldsOf } from './form.ts'
import { ActionForm } from './form-parts.tsx'
import { typedText } from './typed-text.ts'

const fields = fieldsOf(
  z.object({
    kind: z.enum(['lv', 'en']).meta({ label: 'platform.otherLanguage' }),
    text: typedText({ minimum: 5, maximum: 40, hasLines: true }).meta({
      label: 'platform.source',
      hint: 'platform.everyFigure',
    }),
    name: typedText({ minimum: 1, maximum: 10 }).meta({ label: 'platform.name' }).optional(),
  }),
)
const OPTIONS = [
  { value: 'lv', label: 'platform.filter' },
  { value: 'en', label: 'platform.filter.all' },
] as const

function draw(answer?: FormAnswer, language: 'lv' | 'en' = 'lv') {
  return renderToStaticMarkup(
    <SpeechProvider value={createSpeech(language, createText(language, { lv, en }[language]))}>
      <ActionForm answer={answer} fields={fields} once="one" version={1} values={{ name: 'Jānis' }}>
        <ChoiceField of={fields.kind} options={OPTIONS} />
        <LongField of={fields.text} />
        <LineField of={fields.name} autoComplete="name" />
      </ActionForm>
    </SpeechProvider>,
  )
}

describe('a form', () => {
  test('posts to its own page, with labels tied to its fields', () => {
    const html = draw()
    expect(html).toMatch(/<form [^>]*method="post"/)
    expect(html).not.toContain(' action=')
    expect(html).toMatch(/<label for="field-text">Avots<\/label>/)
    expect(html).toMatch(
      /<textarea id="field-text"[^>]* maxLength="40" name="text" required="" aria-describedby="field-text-hint"/,
    )
    expect(html).toContain('Izaugsme (nav obligāti)')
    expect(html).toMatch(/id="field-name"[^>]* value="Jānis"/)
    expect(html).not.toContain('role="alert"')
  })

  test('comes back with a summary that has the focus, leads to each field and keeps what was typed', () => {
    const complaints = {
      kind: [{ reason: 'platform.form.missing' }],
      text: [{ reason: 'platform.form.short', values: { count: 10 } }],
    } as const
    const html = draw(new FormAnswer(422, { text: '<b>', name: 'Ilze', _once: 'two' }, complaints))
    expect(html).toMatch(/<div class="problems" role="alert" tabindex="-1" autofocus="">/)
    expect(html).toContain('<a href="#field-kind">English. Tas vēl jāaizpilda.</a>')
    expect(html).toContain('<a href="#field-text">Avots. Vajag vismaz 10 rakstzīmes.</a>')
    expect(html).toMatch(/<input id="field-kind" type="radio"/)
    expect(html).toContain('aria-describedby="field-text-hint field-text-problem"')
    expect(html).toContain('&lt;b&gt;</textarea>')
    expect(html).toMatch(/id="field-name"[^>]* value="Ilze"/)
    expect(html).toContain('name="_once" value="two"')
  })

  test('speaks the language of its page', () => {
    const complaints = { text: [{ reason: 'platform.form.short', values: { count: 10 } }] } as const
    expect(draw(new FormAnswer(422, {}, complaints), 'en')).toContain('At least 10 characters are needed.')
  })

  test('that met another edit shows both texts and goes on from the newer one', () => {
    const meanwhile = { version: 2, saved: { text: 'Cita teksts', name: 'Jānis' } }
    const html = draw(
      new FormAnswer(409, { text: 'Mans teksts', name: 'Jānis', _version: '1' }, {}, meanwhile),
    )
    expect(html).toContain('Mans teksts</textarea>')
    expect(html).toContain('<blockquote>Cita teksts</blockquote>')
    expect(html.match(/<blockquote>/g)).toHaveLength(1)
    expect(html).toContain('name="_version" value="2"')
  })
})
