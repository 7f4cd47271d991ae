import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from './form.ts'
import { readForm } from './read-form.server.ts'
import { typedText, withoutControls } from './typed-text.ts'

const Note = z.object({
  text: typedText({ minimum: 5, maximum: 40, hasLines: true }).meta({
    label: 'platform.form.saved',
    hint: 'platform.form.problems',
  }),
  name: typedText({ minimum: 1, maximum: 10 }).meta({ label: 'platform.name' }).optional(),
})

const urlencoded = async (fields: Record<string, string>) =>
  new Request('http://localhost', { method: 'POST', body: new URLSearchParams(fields) })

async function multipart(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const written = new Response(form)
  const headers = { 'content-type': written.headers.get('content-type') ?? '' }
  return new Request('http://localhost', { method: 'POST', headers, body: await written.arrayBuffer() })
}

function raw(body: string, type: string) {
  return new Request('http://localhost', { method: 'POST', body, headers: { 'content-type': type } })
}

describe.each([
  ['urlencoded', urlencoded],
  ['multipart', multipart],
])('a form sent %s', (_, send) => {
  test('is read by its schema', async () => {
    const form = await readForm(
      await send({ text: ' Labdien!\r\nTe ir kļūda. ', name: '  ', state: 'closed', _version: '3' }),
      Note,
    )
    expect(form).toMatchObject({ ok: true, value: { text: 'Labdien!\nTe ir kļūda.' }, version: 3 })
    expect(form.ok && form.value).toEqual({ text: 'Labdien!\nTe ir kļūda.' })
  })

  test('comes back with everything that is wrong and all that was typed', async () => {
    const form = await readForm(await send({ text: 'ē'.repeat(41), name: 'Jānis Bērziņš' }), Note)
    expect(form.ok).toBe(false)
    expect(form.ok || form.answer()).toMatchObject({
      status: 422,
      entered: { text: 'ē'.repeat(41), name: 'Jānis Bērziņš' },
      complaints: {
        text: [{ reason: 'platform.form.long', values: { count: 40 } }],
        name: [{ reason: 'platform.form.long', values: { count: 10 } }],
      },
    })
  })

  test('that is too large comes back with the fields that came whole', async () => {
    const form = await readForm(await send({ name: 'Jānis', text: 'x'.repeat(5000) }), Note, 1000)
    expect(form.ok || form.answer()).toMatchObject({
      status: 413,
      entered: { name: 'Jānis' },
      complaints: { '': [{ reason: 'platform.form.tooLarge' }] },
    })
  })

  test('keeps its name however often it is sent, and gets one when it has none', async () => {
    const once = '01890a5d-ac96-774b-bcce-b302099a8057'
    expect(await readForm(await send({ text: 'Kļūda', _once: once }), Note)).toMatchObject({ once })
    const first = await readForm(await send({ text: 'Kļūda', _once: 'x' }), Note)
    const second = await readForm(await send({ text: 'Kļūda' }), Note)
    expect(first.ok && second.ok && first.once !== second.once).toBe(true)
  })
})

test('what is missing is said to be missing', async () => {
  const form = await readForm(await urlencoded({ text: ' \r\n ' }), Note)
  expect(form.ok || form.answer().complaints).toEqual({
    text: [{ reason: 'platform.form.missing', values: {} }],
  })
})

test('an edit that met another one comes back with both texts and the new version', async () => {
  const form = await readForm(await urlencoded({ text: 'Mans teksts', _version: '1' }), Note)
  const answer = form.ok && form.answerMeanwhile({ version: 2, saved: { text: 'Cita teksts' } })
  expect(answer).toMatchObject({
    status: 409,
    entered: { text: 'Mans teksts' },
    meanwhile: { version: 2, saved: { text: 'Cita teksts' } },
  })
})

test.each(['\0', '\x1b[31m', '\x85', '\u202e', '\ufeff'])('%j is no text', async (sign) => {
  const form = await readForm(await urlencoded({ text: `Kļūda ${sign} te` }), Note)
  expect(form.ok || form.answer()).toMatchObject({
    entered: { text: `Kļūda ${withoutControls(sign)} te` },
    complaints: { text: [{ reason: 'platform.form.control' }] },
  })
})

test('a field of one line has one line', async () => {
  const form = await readForm(await urlencoded({ text: 'Kļūda', name: 'a\nb' }), Note)
  expect(form.ok || form.answer().complaints).toHaveProperty('name')
})

test.each([
  raw('{"text":"Kļūda"}', 'application/json'),
  raw('text=Kļūda', 'text/plain'),
  raw('--x\r\nbroken', 'multipart/form-data; boundary=x'),
  raw('text', 'multipart/form-data'),
  raw('_version=-1&text=teksts', 'application/x-www-form-urlencoded'),
])('what is no form is refused', async (request) => {
  await expect(readForm(request, Note)).rejects.toMatchObject({
    status: 400,
    reason: 'platform.refused.form',
  })
})

test('a body that breaks off is refused, and is no defect', async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('text=Kļ'))
      controller.error(new Error('aborted'))
    },
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request('http://localhost', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  await expect(readForm(request, Note)).rejects.toMatchObject({ status: 400 })
})

test('whatever is typed and taken is text of the length allowed, and is taken again as it is', {
  timeout: 30_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (typed) => {
      const form = await readForm(await urlencoded({ text: typed }), Note)
      if (!form.ok) return
      const { text } = form.value
      expect(text).toBe(withoutControls(text))
      expect(text.length).toBeLessThanOrEqual(40)
      const again = await readForm(await urlencoded({ text }), Note)
      expect(again.ok && again.value.text).toBe(text)
    }),
  )
})

test('one schema says how a field is called and filled in', () => {
  expect(fieldsOf(Note)).toEqual({
    text: {
      name: 'text',
      label: 'platform.form.saved',
      hint: 'platform.form.problems',
      isRequired: true,
      maximumLength: 40,
    },
    name: {
      name: 'name',
      label: 'platform.name',
      hint: undefined,
      isRequired: false,
      maximumLength: 10,
    },
  })
  expect(() => fieldsOf(z.object({ text: z.string() }))).toThrow('the field text has no label')
})
