import type { Task } from './task.ts'

const LINE_OCTETS = 75

/** A whole day in a calendar. */
type Day = Pick<Task, 'id' | 'subject' | 'dueOn'> & { address: string }

/**
 * Deadlines as a calendar that programmes subscribe to (RFC 5545): a whole day each, with the words of the task and
 * nothing else about anybody.
 *
 * @param now when it is made
 */
export function asCalendar(name: string, days: readonly Day[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const events = days.flatMap(({ id, subject, dueOn, address }) =>
    dueOn === null
      ? []
      : [
          'BEGIN:VEVENT',
          `UID:${id}@izaugsme`,
          `DTSTAMP:${stamp}`,
          `DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`,
          `DTEND;VALUE=DATE:${dayAfter(dueOn).replaceAll('-', '')}`,
          `SUMMARY:${escapeText(subject)}`,
          `URL:${address}`,
          'TRANSP:TRANSPARENT',
          'END:VEVENT',
        ],
  )
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Izaugsme//LV', 'CALSCALE:GREGORIAN']
  const lines = [
    ...head,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events,
  ]
  return [...lines, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('')
}

const escapeText = (text: string) =>
  text
    .replaceAll(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')

/** Breaks a line so that none is longer than 75 octets, never within a character. */
function fold(line: string): string {
  let octets = 0
  let folded = ''
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
