import { data, redirect } from 'react-router'
import type { FormAnswer } from '#platform/forms/form.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { afterwardsOf } from './afterwards.server.ts'

type Form = { answer: (more: FormAnswer['complaints'], status?: FormAnswer['status']) => FormAnswer }

/** The form again, with how long to wait before it may be sent once more. */
export function waitAnswer(form: Form, seconds: number) {
  const values = { count: Math.max(1, Math.ceil(seconds / 60)) }
  const answer = form.answer({ '': [{ reason: 'app.accounts.wait', values }] }, 429)
  return data({ ...answer }, { status: 429, headers: { 'retry-after': String(seconds) } })
}

/** The form again, as React Router answers it, with cookies. */
export const withCookies = (answer: FormAnswer, cookies: readonly string[]) =>
  data({ ...answer }, { status: answer.status, headers: cookieHeaders(cookies) })

export function cookieHeaders(cookies: readonly string[]): Headers {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return headers
}

/** To an address of ours, in the language of the page, after something was done. */
export const goTo = (request: Request, address: string, cookies: readonly string[] = []) =>
  redirect(addressIn(languageOf(new URL(request.url).pathname), address), {
    status: 303,
    headers: cookieHeaders(cookies),
  })

/** To the page that was asked for before signing in, which carries its own language. */
export const goAfterwards = (request: Request, cookies: readonly string[]) =>
  redirect(afterwardsOf(request), { status: 303, headers: cookieHeaders(cookies) })
