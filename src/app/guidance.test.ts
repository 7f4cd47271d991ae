import { describe, expect, test } from 'vitest'
import { todoOf, todoOfRule } from '#modules/findings'
import { familiesOf, guidedOf } from '#modules/findings.server'
import { LANGUAGES } from '#platform/texts/text.ts'
import { modules } from './modules.server.ts'
import { texts } from './texts.server.ts'

const rules = familiesOf(modules).flatMap(({ name, rules: own }) =>
  own.map(({ code }) => ({ kind: code, key: todoOfRule(name, code) })),
)
const others = guidedOf(modules).flatMap(({ subjects }) =>
  subjects.map(({ subject }) => ({ kind: subject, key: todoOf(subject) })),
)

describe('what to do now', () => {
  test.each([...rules, ...others])('is said of $kind in one to three steps', ({ key }) => {
    for (const language of LANGUAGES) {
      const steps = (texts[language][key] ?? '').split('\n').filter(Boolean)
      expect(steps.length).toBeGreaterThanOrEqual(1)
      expect(steps.length).toBeLessThanOrEqual(3)
      for (const step of steps) expect(step.length).toBeLessThan(140)
    }
  })

  test('is called for each kind by one name only', () => {
    const kinds = [...rules, ...others].map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
  })
})
