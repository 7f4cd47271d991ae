import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { texts } from './texts.server.ts'

const PLURAL = /_(zero|one|other)$/
const baseOf = (key: string) => key.replace(PLURAL, '')
const placeholdersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
const keysOf = (language: 'lv' | 'en') => Object.keys(texts[language])
const basesOf = (language: 'lv' | 'en') => [...new Set(keysOf(language).map(baseOf))].sort()

describe('the texts', () => {
  test('say everything in both languages', () => {
    expect(basesOf('en')).toEqual(basesOf('lv'))
  })

  test('have every plural form of their language', () => {
    const formsOf = (language: 'lv' | 'en', forms: string[]) =>
      [
        ...new Set(
          keysOf(language)
            .filter((key) => PLURAL.test(key))
            .map(baseOf),
        ),
      ].flatMap((base) =>
        forms.map((form) => `${base}_${form}`).filter((key) => texts[language][key] === undefined),
      )
    expect(formsOf('lv', ['zero', 'one', 'other'])).toEqual([])
    expect(formsOf('en', ['one', 'other'])).toEqual([])
  })

  // Not always the same ones: Latvian asks for a period in the case that the sentence needs.
  test('use as many values in both languages', () => {
    const differing = keysOf('lv').filter((key) => {
      const english = texts.en[key]
      return (
        english !== undefined && placeholdersOf(texts.lv[key] ?? '').length !== placeholdersOf(english).length
      )
    })
    expect(differing.filter((key) => !PLURAL.test(key))).toEqual([])
  })

  test('are never empty, nor left in the other language by mistake', () => {
    expect(keysOf('lv').filter((key) => texts.lv[key]?.trim() === '')).toEqual([])
    const long = keysOf('lv').filter((key) => (texts.lv[key]?.length ?? 0) > 30)
    expect(long.filter((key) => texts.lv[key] === texts.en[key])).toEqual([])
  })

  test.each(['lv', 'en'])(
    'stand in one file each: a second one in %s would take the place of the first',
    (language) => {
      const files = globSync(`src/**/texts/**/*${language}.json`)
      const keys = files.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8'))))
      expect(files.length).toBeGreaterThan(20)
      expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
    },
  )

  test('are all used', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n')
    // A key is used as it stands, or put together from a beginning that stands in a template.
    const beginnings = [...sources.matchAll(/[`'"]([a-z][\w.]*\.)\$\{/g)].map(
      ([, beginning]) => beginning ?? '',
    )
    const quoted = new Set([...sources.matchAll(/(?<=(['"]))[a-z][\w.]*(?=\1)/g)].map(([key]) => key))
    const isUsed = (key: string) =>
      quoted.has(key) ||
      // What a capability lets one do is asked for by its name, which stands in its module.
      /^\w+\.capability\./.test(key) ||
      // What to do is asked for by the code of a rule or the name of a check.
      key.endsWith('.todo') ||
      beginnings.some((one) => key.startsWith(one))
    expect(basesOf('lv').filter((key) => !isUsed(key))).toEqual([])
  })
})
