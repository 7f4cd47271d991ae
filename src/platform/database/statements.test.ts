import { expect, test } from 'vitest'
import { statementsOf } from './statements.ts'

test('a statement goes on to the semicolon that ends a line', () => {
  expect(statementsOf("create table a (\n  b text default 'x;y'\n);\ndrop table a;\n")).toEqual([
    "create table a (\n  b text default 'x;y'\n)",
    'drop table a',
  ])
})

test('the body of a function is one with its statement', () => {
  const [body, after] = statementsOf('do $$ begin\n  perform 1;\n  perform 2;\nend $$;\n\nselect 1;')
  expect(body).toBe('do $$ begin\n  perform 1;\n  perform 2;\nend $$')
  expect(after).toBe('select 1')
})

test('an unfinished statement is refused', () => {
  expect(() => statementsOf('select 1;\nselect 2')).toThrow('does not end with a semicolon: select 2')
})
