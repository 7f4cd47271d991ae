import type { DisclosureRules } from '#modules/registry'
import type { CollectionTables } from '../tables.server.ts'
import type { CallTemplate } from './template.ts'

type TotalRow = Pick<
  CollectionTables['collection.call_total'],
  | 'municipality_id'
  | 'field'
  | 'kind'
  | 'choice'
  | 'total'
  | 'denominator'
  | 'accepted'
  | 'asked'
  | 'is_about_people'
>

/** What the institutions of one municipality answered together, as far as it was accepted. */
export type MunicipalTotal = {
  municipalityId: string
  /** Null where it would tell about single people. */
  total: number | null
  denominator: number | null
  /** Of how many institutions it is, of how many that are asked: less is no total of all. */
  accepted: number
  asked: number
}

/** A field, or a choice of it, over all municipalities that have anything accepted. */
export type NationalTotal = {
  key: string
  field: string
  choice: string
  kind: TotalRow['kind']
  municipalities: readonly MunicipalTotal[]
  /** All of them together; null where one of them is covered, since it would follow. */
  together: { total: number; denominator: number | null; accepted: number; asked: number } | null
}

/** Totals by field, with those about few people covered by the rule for counts. */
export function nationalTotals(
  rows: readonly TotalRow[],
  { count: rule }: Pick<DisclosureRules, 'count'>,
): NationalTotal[] {
  const isCovered = (row: TotalRow) =>
    row.is_about_people &&
    [Number(row.total), row.denominator === null ? null : Number(row.denominator) - Number(row.total)].some(
      (one) => one !== null && (one === 0 ? rule.zeros === 'hide' : one < rule.leastCount),
    )
  const byField = Map.groupBy(rows, ({ field, choice }) => `${field}·${choice}`)
  return [...byField].map(([key, own]) => {
    const [first] = own as [TotalRow, ...TotalRow[]]
    const municipalities = own.map((row) => ({
      municipalityId: row.municipality_id,
      total: isCovered(row) ? null : Number(row.total),
      denominator: isCovered(row) || row.denominator === null ? null : Number(row.denominator),
      accepted: row.accepted,
      asked: row.asked,
    }))
    const { field, choice, kind } = first
    return { key, field, choice, kind, municipalities, together: sumOf(municipalities, kind === 'share') }
  })
}

function sumOf(all: readonly MunicipalTotal[], isShare: boolean): NationalTotal['together'] {
  if (all.some(({ total }) => total === null)) return null
  const sum = (of: (one: MunicipalTotal) => number | null) => all.reduce((so, one) => so + (of(one) ?? 0), 0)
  return {
    total: sum(({ total }) => total),
    denominator: isShare ? sum(({ denominator }) => denominator) : null,
    accepted: sum(({ accepted }) => accepted),
    asked: sum(({ asked }) => asked),
  }
}

/** What a field of a template is called: the element, and of a table its row and column. */
export function fieldName(
  template: CallTemplate,
  { field, choice }: Pick<NationalTotal, 'field' | 'choice'>,
) {
  const [key, row, column] = field.split('.')
  const definition = template.elements.find((one) => one.definition.key === key)?.definition
  const inRow = definition?.rows.find((one) => one.key === row)
  const inColumn = definition?.columns.find((one) => one.key === column)
  const chosen = [...(definition?.choices ?? []), ...(inColumn?.choices ?? [])].find(
    (one) => one.key === choice,
  )
  const parts = [definition, inRow, inColumn, chosen].flatMap((one) => (one ? [one.name] : []))
  const say = (language: 'lv' | 'en') => parts.map((name) => name[language]).join(' · ') || field
  return { lv: say('lv'), en: say('en') }
}
