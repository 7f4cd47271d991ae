import fc from 'fast-check'

/** Something that happens to one file: where it strikes is a share of the file's length, lines or cells. */
export type Damage = {
  file: string
  kind: (typeof KINDS)[number]
  /** Shares of 1 that say where. */
  at: number
  to: number
  payload: string
}

const KINDS = [
  'byte',
  'cut',
  'end',
  'cell',
  'copied cell',
  'swapped cells',
  'line twice',
  'line gone',
  'lines swapped',
  'semicolons',
  'windows',
] as const

/** What people and programs put into cells. */
const PAYLOADS = [
  '',
  ' ',
  '0',
  '-0',
  '-1',
  '1.0',
  '0.1',
  '12,5',
  '101',
  '2147483647',
  '2147483648',
  '3000000000',
  '12345678901234567.25',
  '9'.repeat(400),
  '1e5',
  'NaN',
  'Infinity',
  'null',
  '0000-01-01',
  '2025-02-30',
  '31.12.2025',
  '2024/2025',
  '9999',
  '99999',
  'unknown',
  'yes',
  'Jā',
  'KP1',
  ' KP1',
  'kp1',
  'K\u200bP1',
  '1.1.1',
  '3',
  '5/guardian/preschool',
  'evaluation',
  'yes=40;yes=60',
  'yes=69;no=31',
  '__proto__=x',
  'goal=KP1',
  'percent',
  'count',
  'text',
  'share',
  'notMeasured',
  'x'.repeat(300),
  'x'.repeat(30_000),
  'Me\u0304rk\u0327is',
  'line\nbreak',
  "O'Brien; drop table",
  '<b>',
  '=1+1',
  'javascript:alert(1)',
  'https://example.lv/ā',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u202e',
  '\ufffd',
  '\ufeff',
  '\ud83c\udfeb',
]

/** One to three things that happen to the files of a folder. */
export function damages(files: readonly string[]) {
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const one: fc.Arbitrary<Damage> = fc.record({
    file: fc.constantFrom(...files),
    kind: fc.constantFrom(...KINDS),
    at: share,
    to: share,
    payload: fc.constantFrom(...PAYLOADS),
  })
  return fc.array(one, { minLength: 1, maxLength: 3 })
}

/** The file's bytes after it has happened. */
export function damaged(bytes: Buffer, { kind, at, to, payload }: Damage): Buffer {
  const place = Math.floor(at * bytes.length)
  const other = Math.floor(to * bytes.length)
  switch (kind) {
    case 'byte':
      return Buffer.concat([
        bytes.subarray(0, place),
        Buffer.of(Math.floor(to * 256)),
        bytes.subarray(place + 1),
      ])
    case 'cut':
      return Buffer.concat([
        bytes.subarray(0, Math.min(place, other)),
        bytes.subarray(Math.max(place, other)),
      ])
    case 'end':
      return bytes.subarray(0, place)
    case 'semicolons':
      return Buffer.from(bytes.toString().replaceAll(',', ';'))
    case 'windows':
      return Buffer.from(bytes.toString().replaceAll('\n', '\r\n'))
    default:
      return Buffer.from(withLines(bytes.toString(), (lines) => moveLines(lines, { kind, at, to, payload })))
  }
}

function withLines(text: string, change: (lines: string[]) => string[]): string {
  return `${change(text.trimEnd().split('\n')).join('\n')}\n`
}

type Move = Omit<Damage, 'file' | 'kind'> & { kind: string }

function moveLines(lines: string[], { kind, at, to, payload }: Move): string[] {
  const [one, other] = [Math.floor(at * lines.length), Math.floor(to * lines.length)]
  const cells = (lines[one] ?? '').split(',')
  const cell = Math.floor(to * cells.length)
  const otherCells = (lines[other] ?? '').split(',')
  switch (kind) {
    case 'line twice':
      return lines.toSpliced(other, 0, lines[one] ?? '')
    case 'line gone':
      return lines.toSpliced(one, 1)
    case 'lines swapped':
      return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
    case 'cell':
      return lines.with(one, cells.with(cell, quoted(payload)).join(','))
    case 'copied cell':
      return lines.with(one, cells.with(cell, otherCells[cell] ?? '').join(','))
    default: {
      const last = cells.length - 1 - cell
      return lines.with(
        one,
        cells
          .with(cell, cells[last] ?? '')
          .with(last, cells[cell] ?? '')
          .join(','),
      )
    }
  }
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
