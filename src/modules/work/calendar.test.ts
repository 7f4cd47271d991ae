import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asCalendar } from './calendar.ts'

const now = new Date('2026-11-30T07:05:09Z')
const day = { id: 'one', address: 'https://izaugsme.example/darbs/dati', dueOn: '2026-12-31' }

test('a task is a whole day, with what means something in a calendar escaped', () => {
  const calendar = asCalendar('Termiņi', [{ ...day, subject: 'Dati; skolas, dārzi\\\nšodien' }], now)
  expect(calendar.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Izaugsme//LV',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Termiņi',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'BEGIN:VEVENT',
    'UID:one@izaugsme',
    'DTSTAMP:20261130T070509Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Dati\\; skolas\\, dārzi\\\\\\nšodien',
    'URL:https://izaugsme.example/darbs/dati',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a task without a day is in no calendar', () => {
  expect(asCalendar('x', [{ ...day, subject: 'a', dueOn: null }], now)).not.toContain('VEVENT')
})

test('whatever a task is called, lines are short, and unfolded they say it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (subject) => {
      const calendar = asCalendar('x', [{ ...day, subject }], now)
      for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const said =
        calendar
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .find((line) => line.startsWith('SUMMARY:')) ?? ''
      expect(said).toBe(
        `SUMMARY:${subject
          .replaceAll(/[\\;,]/g, (one) => `\\${one}`)
          .replaceAll(/\r\n?|\n/g, '\\n')
          .replaceAll(/\p{Cc}/gu, ' ')}`,
      )
    }),
  )
})
