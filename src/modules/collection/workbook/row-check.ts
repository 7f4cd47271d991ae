import type { Field } from '../form/fields.ts'
import { quoted } from './translate.ts'
import type { Words } from './words.ts'

/** Where the parts of a field stand on their own sheet, as `E7`. */
export type Cells = { value: string; denominator?: string; missing: string; reason: string }

/**
 * What is wrong with a field, as a formula that gives words, or nothing when all is well: one thing at a time, as
 * somebody fills it in.
 *
 * @param list the choices, where one must be chosen
 * @param lead what the words begin with, where several fields share a place for them
 */
export function fieldProblem(
  field: Field,
  cells: Cells,
  list: string | undefined,
  { text }: Words,
  lead = '',
): string {
  const { value, denominator, missing, reason } = cells
  const ending = lead === '' ? '' : '. '
  const say = (key: Parameters<typeof text>[0]) => quoted(`${lead}${text(key)}${ending}`)
  const parts = denominator ? [value, denominator] : [value]
  const isBlank = parts.map((part) => `${part}=""`).join(',')
  const [shape, words] = shapeOf(field, parts, list)
  const steps: [condition: string, words: string][] = [
    [`AND(${missing}<>"",${reason}="")`, say('collection.workbook.say.reason')],
    [`AND(${missing}<>"",NOT(AND(${isBlank})))`, say('collection.workbook.say.both')],
    [`${missing}<>""`, '""'],
    [`AND(${isBlank})`, field.isRequired ? say('collection.workbook.say.fill') : '""'],
    ...(denominator
      ? ([[`OR(${isBlank})`, say('collection.workbook.say.parts')]] satisfies [string, string][])
      : []),
    ...(shape ? ([[`NOT(${shape})`, say(words)]] satisfies [string, string][]) : []),
  ]
  return steps.reduceRight((otherwise, [condition, said]) => `IF(${condition},${said},${otherwise})`, '""')
}

function shapeOf({ kind }: Field, parts: readonly string[], list: string | undefined) {
  const all = (test: (part: string) => string) => `IFERROR(AND(${parts.map(test).join(',')}),FALSE())`
  switch (kind) {
    case 'count':
      return [
        all((part) => `ISNUMBER(${part}),${part}>=0,${part}=INT(${part})`),
        'collection.workbook.say.whole',
      ] as const
    case 'money':
      return [
        all((part) => `ISNUMBER(${part}),ROUND(${part},2)=ROUND(${part},9)`),
        'collection.workbook.say.money',
      ] as const
    case 'share':
      return [
        `IFERROR(AND(${parts.map((part) => `ISNUMBER(${part}),${part}>=0,${part}=INT(${part})`).join(',')},${parts.join('<=')}),FALSE())`,
        'collection.workbook.say.share',
      ] as const
    case 'date':
      return [all((part) => `ISNUMBER(${part}),${part}>=1`), 'collection.workbook.say.day'] as const
    case 'choice':
      return [
        list ? all((part) => `ISNUMBER(MATCH(${part},${list},0))`) : undefined,
        'collection.workbook.say.choice',
      ] as const
    default:
      return [undefined, 'collection.workbook.say.choice'] as const
  }
}
