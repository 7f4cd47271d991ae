import { expect, test } from 'vitest'
import { separateStatements } from './separate-statements.ts'

test.each([
  ['select 1', ['select 1']],
  ['\n BEGIN;\n set local a = 1;\n select 2;\n COMMIT;\n', ['set local a = 1', 'select 2']],
  ["select ';', 'it''s;';select 2", ["select ';', 'it''s;'", 'select 2']],
  ['select ";" -- a; b\n, 1; select 2', ['select ";" -- a; b\n, 1', 'select 2']],
  ['do $x$ begin; end; $x$; select $$;$$', ['do $x$ begin; end; $x$', 'select $$;$$']],
  ['/* ; */ select 1;;', ['/* ; */ select 1']],
])('%j has the statements %j', (text, statements) => {
  expect(separateStatements(text)).toEqual(statements)
})
