import { v7 as uuidv7 } from 'uuid'
import { type Institution, institutionNear, spanOf } from '#modules/registry'
import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { inBoth } from '#platform/say/index.ts'
import type { Language } from '#platform/texts/text.ts'
import { revise } from '#platform/write/revise.server.ts'
import { SERIES } from '../changed.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import { type Combination, dimensionsOf, isSameCombination, keyOf } from './combination.ts'
import type { ReadCover } from './cover.server.ts'
import { choice } from './fields.ts'
import { freeKey } from './free-key.server.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { findEverySeries } from './rows-store.server.ts'
import { rulesOf, type SeriesRow } from './rules-of.ts'
import type { IndicatorScope } from './scope.server.ts'

/** Name of the field of a breakdown. */
const fieldOf = (dimension: string) => `by.${dimension}`

type Asked = { scope: IndicatorScope; facts: PlanFacts; series: readonly SeriesRow[]; language: Language }

/** One more series of an indicator: values of its own breakdowns, and one of the institutions there are. */
export async function newSeriesEdit(
  tx: DatabaseTransaction,
  { scope, facts, series, language }: Asked,
  readCover: ReadCover,
): Promise<Edit> {
  const { municipalityId, catalogue, row } = scope
  const dimensions = dimensionsOf(series)
  const institutions = await findInstitutions(tx, municipalityId)
  return {
    ...scope.edit,
    action: 'series.added',
    fields: [
      ...(institutions.length === 0
        ? []
        : [choice('institution', 'indicators.edit.series.institution', institutionOptions(institutions))]),
      ...dimensions.map((dimension) => fieldOfDimension(dimension, facts, language)),
    ],
    read: async (within) => {
      const every = await findEverySeries(within, municipalityId, row.id)
      return { version: every.reduce((sum, { revision }) => sum + revision, 0), values: {} }
    },
    write: async (within, change, typed) => {
      if ((await readCover(within)).isAny) return { '': [{ reason: 'indicators.edit.series.covered' }] }
      const every = await findEverySeries(within, municipalityId, row.id)
      const institution = institutions.find(({ key }) => key === typed.institution)
      const chosen = dimensions.flatMap((dimension): [string, string][] => {
        const value = typed[fieldOf(dimension)] ?? ''
        return value === '' ? [] : [[dimension, value]]
      })
      const about = { breakdown: Object.fromEntries(chosen), institution_id: institution?.id ?? null }
      const alike = every.filter((one) => isSameCombination(one, about))
      if (alike.some(({ withdrawn_at }) => !withdrawn_at)) {
        return { '': [{ reason: 'indicators.edit.series.taken' }] }
      }
      const before = alike[0]
      const values = chosen.map(([, value]) => value)
      const added = {
        ...about,
        ...(before ? { breakdown: before.breakdown } : {}),
        id: before?.id ?? uuidv7(),
        catalogue,
        key:
          before?.key ?? (await freeKey(within, scope, keyOf(scope.code, institution?.key ?? null, values))),
        indicator_id: row.id,
        position: before?.position ?? Math.max(0, ...every.map(({ position }) => position)) + 1,
        unit: before?.unit ?? null,
        direction: before?.direction ?? null,
      }
      const complaints = checkSeries(scope, facts, added)
      if (Object.keys(complaints).length > 0) return complaints
      await revise(within, change, SERIES, [added])
      return undefined
    },
  }
}

const checkSeries = (
  scope: IndicatorScope,
  facts: PlanFacts,
  series: Combination & Pick<SeriesRow, 'key' | 'unit'>,
): Complaints => complaintsAt(checkIndicatorRows(rowsWith(rulesOf(scope, facts, series))), () => '')

/** The values of one breakdown; what it is called stands in the data, in the language of the page. */
function fieldOfDimension(dimension: string, { breakdowns }: PlanFacts, language: Language): EditField {
  const own = breakdowns.filter((row) => row.dimension === dimension)
  const name = own[0]?.[`dimension_${language}`] ?? dimension
  return choice(
    fieldOf(dimension),
    'indicators.edit.series.dimension',
    own
      .toSorted((one, other) => one.position - other.position)
      .map((row) => ({ value: row.value, label: { lv: row.label_lv, en: row.label_en } })),
    { labelValues: { name } },
  )
}

/** Institutions by name; one that is no longer there says until when it was, for its figures may still come in. */
function institutionOptions(institutions: readonly Institution[]): Option[] {
  const collator = new Intl.Collator('lv')
  const named = institutions.map((one) => {
    const { name } = institutionNear(one, null)
    const { validTo } = spanOf(one)
    const until = { lv: 'līdz', en: 'until' }
    const label = inBoth(({ language, day }) =>
      validTo === null ? name[language] : `${name[language]} (${until[language]} ${day(validTo)})`,
    )
    return { value: one.key, label }
  })
  return named.sort((one, other) => collator.compare(one.label.lv, other.label.lv))
}
