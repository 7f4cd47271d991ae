import { expect, test } from 'vitest'
import { readAnswer } from './send.ts'

const answered = (status: number, body: unknown) => Response.json(body, { status })

test('a server that does not answer is away', async () => {
  expect(await readAnswer(undefined)).toEqual({ trouble: { kind: 'away' } })
})

test('where one has to sign in nothing is taken for saved', async () => {
  expect(await readAnswer(answered(401, { why: 'x' }))).toEqual({ trouble: { kind: 'signIn' } })
  expect(await readAnswer(new Response('<!doctype html>', { status: 200 }))).toMatchObject({
    trouble: { kind: 'refused' },
  })
})

test.for([429, 500, 503])('a server that answers %i is asked again', async (status) => {
  expect(await readAnswer(answered(status, {}))).toEqual({ trouble: { kind: 'busy' } })
})

test('what is refused is said in the words of the server', async () => {
  expect(await readAnswer(answered(403, { why: 'Slēgts.' }))).toEqual({
    trouble: { kind: 'refused', why: 'Slēgts.' },
  })
})
