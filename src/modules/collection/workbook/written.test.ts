import { describe, expect, test } from 'vitest'
import { listParts, partText } from '#platform/workbook/zip-parts.ts'
import { element } from '../form/testing.ts'
import { check, FORM, workbookOf } from './testing.ts'
import { wordsIn } from './words.ts'

/** The XML of the sheets by their tabs. */
async function sheetsOf(bytes: Uint8Array) {
  const listed = listParts(bytes)
  if ('complaint' in listed) throw new Error('no archive')
  const text = (name: string) => {
    const part = listed.parts.find((one) => one.name === name)
    return part ? partText(bytes, part) : ''
  }
  const tabs = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, tab]) => tab ?? '',
  )
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, one = '']) =>
    one.replaceAll(/<[^>]*>/g, ''),
  )
  return {
    book: text('xl/workbook.xml'),
    styles: text('xl/styles.xml'),
    strings,
    sheets: new Map(tabs.map((tab, index) => [tab, text(`xl/worksheets/sheet${index + 1}.xml`)])),
  }
}

/** Whether a cell lies in a range of one column, such as `E4:E7`. */
function isWithin(cell: string, range: string) {
  const [from = '', to = from] = range.split(':')
  const rowOf = (address: string) => Number(address.replace(/^[A-Z]+/, ''))
  const isSameColumn = cell.replace(/\d+$/, '') === from.replace(/\d+$/, '')
  return isSameColumn && rowOf(from) <= rowOf(cell) && rowOf(cell) <= rowOf(to)
}

const validationOf = (xml: string, cell: string) =>
  [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]*)"[^>]*>(.*?)<\/dataValidation>/gs)]
    .filter(([, places = '']) => places.split(' ').some((range) => isWithin(cell, range)))
    .map(([whole, , formulas = '']) => ({
      type: /type="(\w+)"/.exec(whole)?.[1],
      formulas: [...formulas.matchAll(/<formula\d>(.*?)<\/formula\d>/g)].map(([, one]) => one),
      stops: whole.includes('showErrorMessage="1"'),
    }))

const cellOf = (xml: string, cell: string) =>
  new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(xml)?.[0] ?? ''
const formulaOf = (xml: string, cell: string) =>
  (/<f>(.*?)<\/f>/s.exec(cellOf(xml, cell))?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

describe('the workbook of a form', () => {
  test('has a sheet about the call, one for simple elements, one for each table, one for checks; lists are hidden', async () => {
    const { sheets, book } = await sheetsOf(await workbookOf({}))
    expect([...sheets.keys()]).toEqual([
      'Par datu vākšanu',
      'Dati',
      'Skolēni pa klasēm',
      'Pārbaudes',
      'Saraksti',
      'izaugsme',
    ])
    expect(book).toMatch(/name="Saraksti"[^>]*state="hidden"/)
    expect(book).toMatch(/name="izaugsme"[^>]*state="veryHidden"/)
  })

  test('says by when in the time of Riga, and what the server checks', async () => {
    const { strings } = await sheetsOf(await workbookOf({}))
    expect(strings.join('\n')).toContain('2026. gada 31. decembris 23:59 pēc Rīgas laika')
    const after = strings.slice(strings.indexOf('Ko pārbaudīs pēc augšupielādes'))
    expect(after).toContain('Pārbaude unusual')
    expect(after).not.toContain('Pārbaude agrees')
  })

  test('is locked but for what is to be filled in', async () => {
    const { sheets, styles } = await sheetsOf(await workbookOf({ pupils: '5' }))
    const formats = [
      ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs),
    ]
    const isOpen = (xml: string, cell: string) => {
      const style = Number(/ s="(\d+)"/.exec(cellOf(xml, cell))?.[1] ?? 0)
      return /<protection[^>]*locked="0"/.test(formats[style]?.[0] ?? '')
    }
    const data = sheets.get('Dati') ?? ''
    const classes = sheets.get('Skolēni pa klasēm') ?? ''
    expect(['E5', 'H5', 'I5', 'F7', 'E13'].map((cell) => isOpen(data, cell))).not.toContain(false)
    expect(
      ['A5', 'B5', 'E3', 'G5', 'J5', 'F5', 'E12', 'E11'].map((cell) => isOpen(data, cell)),
    ).not.toContain(true)
    expect([isOpen(classes, 'C4'), isOpen(classes, 'G4')]).toEqual([true, false])
    for (const [tab, xml] of sheets)
      expect([tab, xml.includes('<sheetProtection sheet="1"')]).toEqual([tab, true])
  })

  test('takes whole numbers, days and what is in lists, and says why not', async () => {
    const { sheets } = await sheetsOf(await workbookOf({}))
    const data = sheets.get('Dati') ?? ''
    expect(validationOf(data, 'E5')).toEqual([{ type: 'whole', formulas: ['0'], stops: true }])
    expect(validationOf(data, 'E6')).toMatchObject([{ type: 'decimal', stops: true }])
    expect(validationOf(data, 'E8')).toMatchObject([{ type: 'date', stops: true }])
    expect(validationOf(data, 'E9')).toEqual([
      { type: 'list', formulas: ["'Saraksti'!$B$1:$B$3"], stops: true },
    ])
    expect(validationOf(data, 'H5')).toMatchObject([{ type: 'list', formulas: ["'Saraksti'!$A$1:$A$2"] }])
    expect(validationOf(sheets.get('Skolēni pa klasēm') ?? '', 'E5')).toMatchObject([{ type: 'whole' }])
  })

  test('keeps lists of any length on the hidden sheet', async () => {
    const choices = Array.from({ length: 300 }, (_, index) => {
      const name = `Ļoti gara atbilde ar numuru ${index}`
      return { key: `c${index}`, name: { lv: name, en: name } }
    })
    const form = { elements: [element('long', { kind: 'choice', choices })], checks: [] }
    const { sheets } = await sheetsOf(await workbookOf({}, { form }))
    const [validation] = validationOf(sheets.get('Dati') ?? '', 'E4')
    expect(validation?.formulas).toEqual(["'Saraksti'!$B$1:$B$300"])
  })

  test('reckons totals and checks itself, with functions that every language knows', async () => {
    const { sheets } = await sheetsOf(await workbookOf({}))
    const classes = sheets.get('Skolēni pa klasēm') ?? ''
    expect(formulaOf(classes, 'G4')).toMatch(/^IFERROR\(.*'Skolēni pa klasēm'!\$C\$4.*\+.*\$E\$4.*,""\)$/)
    expect(formulaOf(sheets.get('Dati') ?? '', 'E12')).toContain("SUM('Skolēni pa klasēm'!$G$4:$G$5)")
    const checks = sheets.get('Pārbaudes') ?? ''
    expect(formulaOf(checks, 'D4')).toContain('ROUND(')
    expect(formulaOf(checks, 'D5')).toContain("'Dati'!$G$5")
    expect(formulaOf(checks, 'D6')).toBe('')
    expect(formulaOf(sheets.get('Dati') ?? '', 'J5')).toContain('"Jāaizpilda"')
    expect(formulaOf(sheets.get('Dati') ?? '', 'J1')).toContain('COUNTIF($J$4:$J$13,"?*")')
  })

  test('never writes a formula that a spreadsheet refuses', async () => {
    const long = Array.from({ length: 400 }, () => 'e0').join(' + ')
    const form = { elements: [element('e0')], checks: [check('long', `${long} > 3`)] }
    const { sheets } = await sheetsOf(await workbookOf({}, { form }))
    expect(formulaOf(sheets.get('Pārbaudes') ?? '', 'D4')).toBe('')
  })

  test('writes no text into a formula that is longer than formulas take', async () => {
    const name = 'ļoti gars nosaukums '.repeat(30)
    const choices = [{ key: 'long', name: { lv: name, en: name } }]
    const form = {
      elements: [
        element('chosen', { kind: 'choice', choices }),
        {
          ...(FORM.elements.find(({ kind }) => kind === 'table') ?? element('none')),
          columns: [
            {
              key: 'girls',
              name: { lv: name, en: name },
              kind: 'count' as const,
              unit: null,
              choices: [],
              computed: null,
            },
          ],
        },
      ],
      checks: [check('long', "chosen = 'long'")],
    }
    const { sheets } = await sheetsOf(await workbookOf({}, { form }))
    const formulas = [...sheets.values()].flatMap((xml) =>
      [...xml.matchAll(/<f>(.*?)<\/f>/gs)].map(([, one = '']) => one),
    )
    const texts = formulas.flatMap((one) =>
      [...one.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text),
    )
    expect(texts.length).toBeGreaterThan(10)
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(255)
    expect(formulaOf(sheets.get('Pārbaudes') ?? '', 'D4')).toBe('')
  })

  test('shows last year’s answers as figures and words', async () => {
    const last = new Map([
      ['pupils', { kind: 'count' as const, number: 40 }],
      ['meals', { kind: 'share' as const, numerator: 3, denominator: 4 }],
      ['cost', { kind: 'missing' as const, missing: 'notAvailable' as const, reason: 'x' }],
    ])
    const { sheets, strings } = await sheetsOf(await workbookOf({}, { last }))
    expect(cellOf(sheets.get('Dati') ?? '', 'G5')).toContain('<v>40</v>')
    expect(strings).toEqual(expect.arrayContaining(['3 / 4', 'nav pieejams']))
  })

  test('speaks English where the page does', async () => {
    const { sheets } = await sheetsOf(await workbookOf({}, { words: wordsIn('en') }))
    expect([...sheets.keys()].slice(0, 2)).toEqual(['About', 'Data'])
  })

  test('gives tables with names that no tab may have one of their own', async () => {
    const table = FORM.elements.find(({ kind }) => kind === 'table')
    if (!table) throw new Error('no table')
    const named = (key: string, name: string) => ({ ...table, key, name: { lv: name, en: name } })
    const form = {
      elements: [
        named('a', 'Dati'),
        named('b', 'Klases [1/2]: ļoti gars tabulas nosaukums'),
        named('c', 'Klases [1/2]: ļoti gars tabulas nosaukums, otrais'),
      ],
      checks: [],
    }
    const { sheets } = await sheetsOf(await workbookOf({}, { form }))
    const tabs = [...sheets.keys()]
    expect(new Set(tabs.map((tab) => tab.toLowerCase())).size).toBe(tabs.length)
    expect(tabs.every((tab) => tab.length <= 31 && !/[[\]:*?/\\]/.test(tab))).toBe(true)
  })
})
