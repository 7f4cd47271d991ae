import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KindWords, readColumns, readOptions, writeColumns, writeOptions } from './option-lines.ts'

const words: KindWords = {
  count: ['skaits'],
  money: ['nauda'],
  share: ['daļa'],
  date: ['datums'],
  choice: ['izvēle'],
  text: ['teksts'],
}

describe('options typed one a line', () => {
  test('may be a name alone, both names, or have a key of their own', () => {
    expect(readOptions('Jā\nNē | No\n\ngrutiba | Grūti pateikt | Hard to say').read).toEqual([
      { key: 'ja', name: { lv: 'Jā', en: 'Jā' } },
      { key: 'ne', name: { lv: 'Nē', en: 'No' } },
      { key: 'grutiba', name: { lv: 'Grūti pateikt', en: 'Hard to say' } },
    ])
  })

  test('say which line cannot be read and why', () => {
    expect(readOptions('Jā\nJā').complaint).toEqual({
      reason: 'collection.lines.twice',
      values: { found: 'ja', line: 2 },
    })
    expect(readOptions('a | b | c | d').complaint).toMatchObject({ reason: 'collection.lines.tooMany' })
    expect(readOptions('Liels! | Jā | Yes').complaint).toMatchObject({ reason: 'collection.lines.key' })
  })

  test('are read again as they were written', () => {
    const name = fc.stringMatching(/^[a-zāčē]{1,12}( [a-zāčē]{1,8})?$/)
    const options = fc.uniqueArray(fc.record({ lv: name, en: name }), {
      selector: ({ lv }) => lv,
      maxLength: 12,
    })
    fc.assert(
      fc.property(options, (names) => {
        const written = names.map((one, place) => ({ key: `o${place}`, name: one }))
        expect(readOptions(writeOptions(written)).read).toEqual(written)
      }),
    )
  })
})

describe('columns typed one a line', () => {
  const typed = [
    'zeni | skaits | Zēni | Boys',
    'skaits | Meitenes | Girls',
    'kopa | count | Kopā | Total | = zeni + meitenes',
    'valoda | izvēle | Valoda | Language | latviešu; cita',
    'maksa | nauda | Maksa | Fee | EUR',
  ].join('\n')

  test('have a kind, and a unit, choices or a formula', () => {
    const { read, complaint } = readColumns(typed, words)
    expect(complaint).toBeUndefined()
    expect(read.map(({ key, kind, unit, computed }) => ({ key, kind, unit, computed }))).toEqual([
      { key: 'zeni', kind: 'count', unit: null, computed: null },
      { key: 'meitenes', kind: 'count', unit: null, computed: null },
      { key: 'kopa', kind: 'count', unit: null, computed: 'zeni + meitenes' },
      { key: 'valoda', kind: 'choice', unit: null, computed: null },
      { key: 'maksa', kind: 'money', unit: 'EUR', computed: null },
    ])
    expect(read[3]?.choices.map(({ key }) => key)).toEqual(['latviesu', 'cita'])
  })

  test('are read again as they were written', () => {
    const { read } = readColumns(typed, words)
    expect(readColumns(writeColumns(read, words), words).read).toEqual(read)
  })

  test('of no kind are refused', () => {
    expect(readColumns('zeni | Zēni', words).complaint).toEqual({
      reason: 'collection.lines.kind',
      values: { found: 'zeni', line: 1 },
    })
  })
})
