/** What the cells of a column are, by which a spreadsheet knows numbers and days from texts. */
export const COLUMN_TYPES = ['text', 'number', 'day', 'instant', 'flag'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** A name whose last word is one of these is of the type; whole names that are not are listed below. */
const BY_LAST_WORDS: readonly (readonly [ColumnType, RegExp])[] = [
  ['flag', /^(is|has)_|(^|_)(recomputed|covered|representative|earlier|ranked)$/],
  ['instant', /_at$/],
  ['day', /(^|_)(on|valid_from|valid_to)$/],
  [
    'number',
    /(^|_)(number|numerator|denominator|share|low|high|n|gap|needed|value|value_to|revision|position|version|methodology|row|error|year|best|decimals|minutes|answered|asked|answers|of_asked|planned|spent|level|mean|respondents)$/,
  ],
]
/** Names that end like one and are none. */
const TEXTS = new Set(['registration_number', 'decision_number', 'rests_on', 'version'])

/** The type of a column, by its name, which means the same in every table. */
export function columnType(column: string): ColumnType {
  if (TEXTS.has(column)) return 'text'
  return BY_LAST_WORDS.find(([, pattern]) => pattern.test(column))?.[0] ?? 'text'
}
