import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asAttachment, cleanName } from './clean-name.ts'

describe('a name', () => {
  test.each([
    ['Pārskats 2025.pdf', 'pdf', 'Pārskats 2025.pdf'],
    ['C:\\Users\\anna\\Pārskats.PDF', 'pdf', 'Pārskats.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['foto.jpeg', 'jpg', 'foto.jpg'],
    ['rēķins.exe', 'pdf', 'rēķins.exe.pdf'],
    ['a\u202egpj.exe', 'pdf', 'agpj.exe.pdf'],
    ['a\r\nSet-Cookie: x.csv', 'csv', 'aSet-Cookie x.csv'],
    ['CON.txt', 'txt', '_CON.txt'],
    ['nul', 'csv', '_nul.csv'],
    ['', 'pdf', 'datne.pdf'],
    ['...', 'pdf', 'datne.pdf'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['a.pdf.', 'pdf', 'a.pdf'],
  ])('%j of type %s is kept as %j', (given, ending, name) => {
    expect(cleanName(given, ending)).toBe(name)
  })

  test('whatever it was is short, has no folder and stays what it is when it comes again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanName(given, 'pdf')
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(name).toMatch(/^[^\\/\p{Cc}\p{Cf}]+\.pdf$/u)
        expect(cleanName(name, 'pdf')).toBe(name)
      }),
    )
  })
})

test('a header holds the name for old and new browsers, and no other header', () => {
  expect(asAttachment('Šķūņa "plāns".pdf')).toBe(
    `attachment; filename="Skuna _plans_.pdf"; filename*=UTF-8''%C5%A0%C4%B7%C5%AB%C5%86a%20%22pl%C4%81ns%22.pdf`,
  )
  expect(() => new Headers({ 'content-disposition': asAttachment('ābols 🍏.pdf') })).not.toThrow()
})
