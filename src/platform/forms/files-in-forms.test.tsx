import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSpeech, SpeechProvider } from '../i18n.tsx'
import lv from '../texts/lv.json' with { type: 'json' }
import { createText } from '../texts/text.ts'
import { FileField, LineField } from './field-parts.tsx'
import { type FormAnswer, fieldsOf, fileField } from './form.ts'
import { ActionForm } from './form-parts.tsx'
import { FORM_WITH_FILES_BYTES, readForm } from './read-form.server.ts'
import { typedText } from './typed-text.ts'

const Evidence = z.object({
  title: typedText({ minimum: 3, maximum: 40 }).meta({ label: 'platform.name' }),
  file: fileField({ label: 'platform.source', hint: 'platform.file.hint' }),
})

/** As a browser sends it: bytes that arrive whole. */
async function send(form: FormData) {
  const made = new Request('http://localhost', { method: 'POST', body: form })
  const headers = { 'content-type': made.headers.get('content-type') ?? '' }
  return new Request('http://localhost', { method: 'POST', headers, body: await made.arrayBuffer() })
}

function posted(file: File | undefined, title = 'Pārskats') {
  const form = new FormData()
  form.set('title', title)
  form.set('file', file ?? new File([], ''))
  return send(form)
}
const report = new File([new Uint8Array(300_000).fill(7)], 'Pārskats ābece.pdf')

describe('a form with a file', () => {
  test('is read with the name and every byte of the file', async () => {
    const form = await readForm(await posted(report), Evidence, FORM_WITH_FILES_BYTES)
    if (!form.ok) throw new Error('it is whole')
    expect(form.value).toMatchObject({ title: 'Pārskats', file: { name: 'Pārskats ābece.pdf' } })
    expect(form.value.file.bytes.every((byte) => byte === 7)).toBe(true)
    expect(form.value.file.bytes).toHaveLength(300_000)
  })

  test('in which none was chosen says so and keeps what was typed', async () => {
    const form = await readForm(await posted(undefined), Evidence, FORM_WITH_FILES_BYTES)
    expect(form.ok).toBe(false)
    const answer = form.answer()
    expect(answer.complaints).toEqual({ file: [{ reason: 'platform.form.missing', values: {} }] })
    expect(answer.entered.title).toBe('Pārskats')
  })

  test('that is too large keeps what was typed before the file', async () => {
    const form = await readForm(await posted(report), Evidence, 200_000)
    expect(form.ok).toBe(false)
    expect(form.answer()).toMatchObject({ status: 413, entered: { title: 'Pārskats' } })
  })

  test('is no form when it breaks off or has very many files', async () => {
    const many = new FormData()
    for (let n = 0; n < 30; n += 1) many.append('file', new File(['x'], `${n}.txt`))
    await expect(readForm(await send(many), Evidence)).rejects.toMatchObject({ status: 400 })
  })

  test('asks for the file again when it comes back', async () => {
    const fields = fieldsOf(Evidence)
    const draw = (answer?: FormAnswer) =>
      renderToStaticMarkup(
        <SpeechProvider value={createSpeech('lv', createText('lv', lv))}>
          <ActionForm answer={answer} fields={fields} once="one" hasFiles>
            <LineField of={fields.title} />
            <FileField of={fields.file} accept=".pdf" />
          </ActionForm>
        </SpeechProvider>,
      )
    const first = draw()
    expect(first).toContain('encType="multipart/form-data"')
    expect(first).toMatch(/<input id="field-file" type="file" accept=".pdf" required="" [^>]*name="file"/)
    expect(first).not.toContain(lv['platform.file.again'])
    const form = await readForm(await posted(report, 'P'), Evidence, FORM_WITH_FILES_BYTES)
    expect(draw(form.answer())).toContain(lv['platform.file.again'])
  })
})
