import { RouterContextProvider } from 'react-router'
import { describe, expect } from 'vitest'
import { databaseContext, visitContext } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { FormAnswer } from '#platform/forms/form.ts'
import { operator } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { test } from '../../../../tests/support/database.ts'
import { listReports } from '../report-service.server.ts'
import { action, loader } from './report.tsx'

const PAGES: Readonly<Record<string, string>> = {
  '/liepaja/raditaji/14':
    '<title>Interešu izglītība · Liepāja · Izaugsme</title><h2 id="figures">Skaitļi</h2><table><tr id="figure-14-2023"><th scope="row">Rezultāts 2023 <a href="#f">1</a></th><td>61,2%</td><td>“61,2”</td></tr></table>',
  '/en/liepaja/raditaji/14': '<title>Interest education · Liepāja · Izaugsme</title>',
}

function contextOf(db: Database) {
  const context = new RouterContextProvider()
  context.set(databaseContext, db)
  const publicPage = async (target: string) => {
    const html = PAGES[target.replace(/\?.*$/, '')]
    const query = target.includes('utm_source') ? '' : target.slice(target.replace(/\?.*$/, '').length)
    return html === undefined ? undefined : { target: target.replace(/\?.*$/, '') + query, html }
  }
  const own = { origin: 'https://izaugsme.lv' }
  context.set(visitContext, { id: 'id', personal: { clientAddress: '198.51.100.2', own, publicPage } })
  return context
}

/** Sends the form. @returns the form that comes back, or where the sender is led */
async function send(db: Database, fields: Record<string, string>) {
  const request = new Request('http://localhost/zinot', { method: 'POST', body: new URLSearchParams(fields) })
  const asked = { request, context: contextOf(db) } as unknown as Parameters<typeof action>[0]
  const answer: unknown = await action(asked).catch((thrown: unknown) => thrown)
  if (answer instanceof FormAnswer) return answer
  if (!(answer instanceof Response)) throw answer
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

const entry = { kind: 'other', content: 'Kas cits sakāms', contact: 'ilze@example.lv' }
const newest = async (db: Database) => (await listReports(db, operator(COUNTRY), COUNTRY))[0]

describe('the form for visitors', () => {
  test('keeps a contact where personal data may be kept, and nowhere else, whatever is sent', async ({
    db,
  }) => {
    expect(await send(db, entry)).toBe('/zinot/paldies')
    expect((await newest(db))?.contact).toBe('ilze@example.lv')
    const closed: Database = { ...db, persons: 'none' }
    expect(await send(closed, { ...entry, content: 'Cits ziņojums' })).toBe('/zinot/paldies')
    expect(await newest(db)).toMatchObject({ content: 'Cits ziņojums', contact: null })
  })

  test('ties a report to a page of ours, in the words of the page', async ({ db }) => {
    const address = 'https://izaugsme.lv/en/liepaja/raditaji/14?utm_source=x#figures'
    await send(db, { ...entry, address, content: 'Par skaitļiem' })
    expect((await newest(db))?.content).not.toBe('Par skaitļiem')
    const answer = await send(db, { ...entry, address: 'https://example.lv/', content: 'x' })
    expect(answer).toMatchObject({
      status: 422,
      complaints: {
        address: [{ reason: 'work.report.address.foreign' }],
        content: [{ reason: 'platform.form.short' }],
      },
    })
  })

  test('takes what fits the form, however its signs are counted', async ({ db }) => {
    for (const content of ['🙂'.repeat(10), 'ā'.repeat(4000), '🙂'.repeat(4000), 'e\u0301'.repeat(10)]) {
      expect(await send(db, { kind: 'other', content })).toBe('/zinot/paldies')
    }
    const address = `/liepaja/raditaji/14?text=${'ā'.repeat(150)}`
    expect(await send(db, { kind: 'other', content: 'Par ilgu meklēšanu', address })).toBe('/zinot/paldies')
  })

  test.for([
    ['/liepaja/raditaji/14#figures', 'Interešu izglītība · Liepāja → Skaitļi'],
    ['/liepaja/raditaji/14#figure-14-2023', 'Interešu izglītība · Liepāja → Rezultāts 2023 61,2%'],
    ['/en/liepaja/raditaji/14?utm_source=x', 'Interešu izglītība · Liepāja'],
  ] as const)('says what %s is about', async ([par, title], { db }) => {
    const request = new Request(`http://localhost/zinot?par=${encodeURIComponent(par)}`)
    const asked = { request, context: contextOf(db) } as unknown as Parameters<typeof loader>[0]
    expect(await loader(asked)).toMatchObject({ place: { title }, isForeign: false })
  })

  test('after twenty reports keeps what was typed until tomorrow', async ({ db }) => {
    let answer: Awaited<ReturnType<typeof send>> = null
    for (let count = 0; count < 25 && !(answer instanceof FormAnswer); count += 1)
      answer = await send(db, entry)
    expect(answer).toMatchObject({
      status: 429,
      entered: { content: entry.content },
      complaints: { '': [{ reason: 'work.report.tooMany', values: { count: 20 } }] },
    })
  })
})
