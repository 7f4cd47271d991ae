import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Said = { where: string; words: string }

/** All that the product says in a language, with the place where it is written. */
function textsIn(language: 'lv' | 'en'): Said[] {
  const files = globSync(`src/**/texts/{${language},*.${language}}.json`).toSorted()
  return files.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>).map(([key, words]) => ({
      where: `${file} ${key}`,
      words,
    })),
  )
}

const BOTH: Readonly<Record<string, RegExp>> = {
  'one space': /(?<!\n) {2}/,
  'quotation marks “ and ”': /[„«»]/,
}
/** What to say instead, and what it replaces. */
const LATVIAN: Readonly<Record<string, RegExp>> = {
  ...BOTH,
  rezultāts: /(?:datu|skaitļu) rind/i,
  konstatējums: /atradum/i,
  pārbaude: /kārtul/i,
  piezīme: /ievērīb/i,
  'nevar novērtēt': /(?<!no)vērtēt nevar|nevar vērtēt/i,
  'sasniedzamā vērtība': /mērķa vērtīb|atbild uz mērķi/i,
  'procentu vidējo rēķina': /vidējo(?:t|jot)\b/i,
  'daļēji īstenota': /paveikt\p{L}* daļēji/iu,
  lejupielādēt: /paņemt līdzi/i,
}
const ENGLISH: Readonly<Record<string, RegExp>> = {
  ...BOTH,
  'per cent close to its number': /[\d}][ \u00a0]%/,
  correct: /\bmend(?:s|ed|ing)?\b/i,
  'is compared with the target for': /answers? (?:the|a|no|which|which year’s) target|period answers/i,
  matches: /answers? to (?:the filter|“)/i,
  'partly done': /done in part/i,
  since: /\bin being\b/i,
  downloaded: /taken along/i,
  similar: /more of the kind/i,
  'at a given time': /at an instant/i,
  'no one is responsible': /nobody answers for/i,
  result: /\bdata series\b/i,
}

/** What sentences say that are written beside the code that computes them. */
function sentencesIn(language: 'lv' | 'en'): Said[] {
  const files = globSync('src/modules/*/{rules,words}/**/*.ts').filter(
    (file) => !/\btest(?:ing)?\b/.test(file),
  )
  return files
    .toSorted()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(lv|en): (['`])((?:(?!\2).)*)\2/g)]
        .filter(([, written]) => written === language)
        .map(([, , , words = '']) => ({ where: file, words: words.replaceAll('\\u00a0', '\u00a0') })),
    )
}

/** What computed sentences keep to as well. */
const COMPUTED = {
  lv: [
    'rezultāts',
    'konstatējums',
    'pārbaude',
    'piezīme',
    'nevar novērtēt',
    'sasniedzamā vērtība',
    'lejupielādēt',
  ],
  en: [
    'per cent close to its number',
    'correct',
    'is compared with the target for',
    'since',
    'downloaded',
    'result',
  ],
}

describe.each([
  ['lv', LATVIAN],
  ['en', ENGLISH],
] as const)('texts in “%s”', (language, instead) => {
  const texts = textsIn(language)
  test.each(Object.entries(instead))('say “%s”', (_, banned) => {
    expect(texts.filter(({ words }) => banned.test(words))).toEqual([])
  })
})

test.each([
  ['lv', LATVIAN],
  ['en', ENGLISH],
] as const)('computed sentences in “%s” say the same words', (language, instead) => {
  const banned = COMPUTED[language].flatMap((said) => instead[said] ?? [])
  expect(banned).toHaveLength(COMPUTED[language].length)
  const sentences = sentencesIn(language)
  expect(sentences.length).toBeGreaterThan(50)
  expect(sentences.filter(({ words }) => banned.some((one) => one.test(words)))).toEqual([])
})

test('the figure that an indicator must reach is no goal', () => {
  const aboutGoals = /goal|\{\{goal\}\}|stratēģijas mērķ/i
  const mixed = textsIn('lv').filter(
    ({ where, words }) =>
      where.startsWith('src/modules/indicators/') &&
      /mērķ/i.test(words) &&
      !aboutGoals.test(`${where.split(' ')[1]} ${words}`),
  )
  expect(mixed).toEqual([])
  const rules = globSync('src/modules/indicators/{rules,words}/*.ts').filter((file) => !/test/.test(file))
  expect(rules.length).toBeGreaterThan(30)
  const lines = rules.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  expect(lines.filter((line) => /mērķ/i.test(line) && !/^\s*\/?\*|stratēģijas mērķ/.test(line))).toEqual([])
})

test('Latvian has one form for 0, 10–20 and for other numbers that are not one', () => {
  const texts = new Map(textsIn('lv').map(({ where, words }) => [where, words]))
  const counted = [...texts].filter(
    ([where, words]) => where.endsWith('_zero') && words.includes('{{count}}'),
  )
  const unlike = counted.filter(([where, words]) => {
    const other = texts.get(where.replace(/_zero$/, '_other'))
    return other?.includes('{{count}}') && other !== words
  })
  expect(unlike).toEqual([])
})
