import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, inputsOf, MINUTES } from '../form/fields.ts'
import { readAnswers, typedOf } from '../form/read-answers.ts'
import { element } from '../form/testing.ts'
import type { Answer, CallForm } from '../model.ts'
import { type Expected, readFormWorkbook } from './read-form.server.ts'
import { versionOfForm } from './stamp.ts'
import { FORM, STAMP, workbookOf } from './testing.ts'
import { wordsIn } from './words.ts'

const { edit: _, ...OWN } = STAMP
const EXPECTED: Expected = { ...OWN, newestEdit: 3 }

async function readBack(bytes: Uint8Array, form: CallForm = FORM) {
  const read = await readFormWorkbook(bytes, form, { ...EXPECTED, form: versionOfForm(form) }, wordsIn('lv'))
  if ('refused' in read) throw new Error(read.refused.reason)
  return read
}

const filled = (typed: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''))

describe('what was typed comes back from a workbook', () => {
  test('zero, nothing, not applicable and not available are four things', async () => {
    const typed = {
      pupils: '0',
      'cost:missing': 'notApplicable',
      'cost:why': 'Nav šogad',
      'meals:missing': 'notAvailable',
      'meals:why': 'Nav skaitīts',
    }
    const { typed: back, problems } = await readBack(await workbookOf(typed))
    expect(problems).toEqual([])
    expect(filled(back)).toEqual(typed)
    expect(back.remark).toBe('')
  })

  test('figures with commas, days, choices, comments and minutes', async () => {
    const typed = {
      cost: '1234567,89',
      meals: '7',
      'meals:of': '12',
      opened: '2026-09-01',
      language: 'other',
      'classes.first.girls': '3',
      'classes.second.teacher': 'Ķirsons, Ž. "jaunākais"',
      'check:grown': 'Atvērta jauna klase',
      [MINUTES]: '45',
    }
    const { typed: back, problems } = await readBack(await workbookOf(typed))
    expect(problems).toEqual([])
    expect(filled(back)).toEqual(typed)
  })

  test('what could not be read in the form is still there, and still told', async () => {
    const { typed, problems } = await readBack(await workbookOf({ pupils: 'desmit', cost: '12.500' }))
    expect(filled(typed)).toEqual({ pupils: 'desmit', cost: '12,500' })
    expect(problems.map(({ cell, complaint }) => [cell, complaint.reason])).toEqual([
      ['Dati!E5', 'collection.read.number'],
      ['Dati!E6', 'collection.read.thousands'],
    ])
  })

  test('whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(someAnswers, async (answers) => {
        const typed = typedOf(answers)
        const { typed: back, problems } = await readBack(await workbookOf(typed))
        expect(problems).toEqual([])
        expect(readAnswers(FORM.elements, back).answers).toEqual(readAnswers(FORM.elements, typed).answers)
      }),
      { numRuns: 40 },
    )
  })

  test('of a form in the other language', async () => {
    const { problems, typed } = await readBack(
      await workbookOf(
        { pupils: '5', 'cost:missing': 'notAvailable', 'cost:why': 'x' },
        { words: wordsIn('en') },
      ),
    )
    expect(problems).toEqual([])
    expect(filled(typed)).toEqual({ pupils: '5', 'cost:missing': 'notAvailable', 'cost:why': 'x' })
  })
})

test('a form of 500 fields is written and read within a second each', async () => {
  const form = { elements: Array.from({ length: 500 }, (_, index) => element(`e${index}`)), checks: [] }
  const typed = Object.fromEntries(form.elements.map(({ key }, index) => [key, String(index)]))
  const slower = async () => {
    const begun = performance.now()
    const bytes = await workbookOf(typed, { form })
    const written = performance.now()
    const { typed: back } = await readBack(bytes, form)
    expect(filled(back)).toEqual(typed)
    return Math.max(written - begun, performance.now() - written)
  }
  // The quickest of three: what else the machine does is not our time.
  expect(Math.min(await slower(), await slower(), await slower())).toBeLessThan(1000)
})

/** Texts that programs like to turn into something else. */
const someText = fc
  .oneof(
    fc.constantFrom(
      '00123',
      '1E5',
      '1234567890123456',
      '3-4',
      '=1+1',
      "'=1",
      '+5',
      '@x',
      'TRUE',
      '1,5',
      '_x000D_',
      '#N/A',
      'āčēģ',
      'a\nb',
      '<b>&',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .map((text) =>
    text.replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/gu, '').trim(),
  )
  .filter((text) => text !== '')

const someNumber = fc.integer({ min: 0, max: 1_000_000 })
const missing = fc.record({
  kind: fc.constant('missing' as const),
  missing: fc.constantFrom('notApplicable' as const, 'notAvailable' as const),
  reason: someText,
})

function answerTo(field: ReturnType<typeof fieldsOf>[number]): fc.Arbitrary<Answer | undefined> {
  const of = (): fc.Arbitrary<Answer> => {
    switch (field.kind) {
      case 'share':
        return fc
          .tuple(someNumber, someNumber)
          .map(([a, b]) => ({ kind: 'share', numerator: Math.min(a, b), denominator: Math.max(a, b) }))
      case 'money':
        return fc
          .integer({ min: -1e9, max: 1e9 })
          .map((cents) => ({ kind: 'money', number: cents / 100 || 0 }))
      case 'date':
        return fc
          .integer({ min: 0, max: 60_000 })
          .map((days) => ({ kind: 'date', day: new Date(days * 86_400_000).toISOString().slice(0, 10) }))
      case 'choice':
        return fc.constantFrom(...field.choices).map(({ key }) => ({ kind: 'choice', choice: key }))
      case 'text':
        return someText.map((text) => ({ kind: 'text', text }))
      default:
        return someNumber.map((number) => ({ kind: 'count', number }))
    }
  }
  return fc.oneof(fc.constant(undefined), missing, of())
}

const fillable = fieldsOf(FORM.elements).filter(({ kind, computed }) => kind !== 'photo' && computed === null)
const someAnswers = fc
  .tuple(...fillable.map(answerTo))
  .map(
    (answers) =>
      new Map(
        answers.flatMap((answer, index) =>
          answer ? [[fillable[index]?.name ?? '', answer] as [string, Answer]] : [],
        ),
      ),
  )

test('every input of the form has a cell', async () => {
  const { cells } = await readBack(await workbookOf({}))
  const inputs = fillable.flatMap(({ name, kind }) => {
    const { denominator, ...others } = inputsOf(name)
    return [...Object.values(others), ...(kind === 'share' ? [denominator] : [])]
  })
  expect([...cells.keys()].sort()).toEqual([...inputs, MINUTES, 'check:grown', 'check:unusual'].sort())
})
