import { findInstitutionTypes } from '#modules/registry.server'
import { findStrategiesOf } from '#modules/strategy.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { RowPlace } from '#platform/editing/states-store.server.ts'
import type { Watch } from '#platform/editing/undo-service.server.ts'
import { keyOf } from '#platform/import/find-row.ts'
import { findPlanRows, type PlanRow } from '#platform/import/plan-rows.server.ts'
import { type ImportProblem, MOST_BESIDE_ROWS, type StoredProblem } from '#platform/import/problems.ts'
import { asRead } from '#platform/import/read-sheet.ts'
import type { SheetSource } from '#platform/import/sheet-source.ts'
import { linkSheets, type OfMunicipality } from './export.server.ts'
import { newProblems } from './new-problems.ts'
import { asRegisters, checkStored, readContent, sheetsOf } from './read-folder.server.ts'

type Stored = ReadonlyMap<string, readonly PlanRow[]>

/** Table of the plans themselves, and what its sheet is called. */
const PLANS = { table: 'strategy.strategy', sheet: 'strategy' } as const

/**
 * Watches over what is stored of a municipality's plans while something of it is changed: by the rules of files, and
 * by whether what rows point at is there. What was wrong before is not held against the change.
 */
export const watchPlans =
  (municipality: OfMunicipality): Watch =>
  async (tx, place) => {
    const before = await readPlans(tx, municipality, place)
    return async () => {
      const found: StoredProblem[] = []
      for (const [plan, was] of before) {
        const is = await readPlan(tx, municipality, plan)
        found.push(...(await findNewProblems(tx, { municipality, plan }, was, is)))
      }
      return found
    }
  }

/** Every plan that there is, and the one that is to be changed if it is a withdrawn one. */
async function readPlans(
  tx: DatabaseTransaction,
  municipality: OfMunicipality,
  { table, key }: RowPlace,
): Promise<Map<string, Stored>> {
  const current = (await findStrategiesOf(tx, municipality.id)).map((plan) => plan.key)
  const plans = new Set(table === PLANS.table ? [...current, key] : current)
  const stored = new Map<string, Stored>()
  // Before there is a plan there are institutions.
  for (const plan of plans.size > 0 ? plans : ['']) stored.set(plan, await readPlan(tx, municipality, plan))
  return stored
}

function readPlan(tx: DatabaseTransaction, { id: municipalityId }: OfMunicipality, plan: string) {
  const { dataset, ...sheets } = sheetsOf('municipality')
  return findPlanRows(tx, { municipalityId, plan, sheets, links: linkSheets(), namesWithdrawn: true })
}

type Asked = { municipality: OfMunicipality; plan: string }

async function findNewProblems(
  tx: DatabaseTransaction,
  { municipality, plan }: Asked,
  was: Stored,
  is: Stored,
): Promise<StoredProblem[]> {
  const [planWas, planIs] = [was, is].map((rows) => rows.get(PLANS.sheet)?.[0])
  if (planWas && !planIs) return rowsOf(plan, is)
  const isPublic = (planIs ?? planWas)?.isPublic ?? true
  const about = { municipality: municipality.slug, strategy: plan, public: isPublic }
  const beside = asRegisters({ institutionTypes: await findInstitutionTypes(tx) })
  const places = new RowPlaces()
  const check = async (stored: Stored) => {
    const source = asSource({ stored, about, places })
    const content = await readContent(source, 'municipality', beside, MOST_BESIDE_ROWS)
    return [...content.problems, ...(await checkStored(tx, municipality.id, content))]
  }
  const problems = await check(is)
  if (problems.length === 0) return []
  return newProblems(await check(was), problems).map((problem) => places.name(problem))
}

/** A plan that is gone leaves no rows behind: those that there are, once for each table. */
function rowsOf(plan: string, stored: Stored): StoredProblem[] {
  const { file } = sheetsOf('municipality')[PLANS.sheet] ?? { file: '' }
  return Object.entries(sheetsOf('municipality')).flatMap(([name, sheet]): StoredProblem[] => {
    const rows = stored.get(name) ?? []
    const [first] = rows
    if (!first || sheet.kept?.within === undefined) return []
    const values = { found: plan, from: sheet.file, by: keyOf(first.fields, sheet.key) }
    const others = rows.length > 1 ? { others: rows.length - 1 } : {}
    return [{ file, row: undefined, reason: 'platform.import.stillNeeded', values, ...others }]
  })
}

/** Numbers in the place of lines, the same for the same row in every check: stored rows stand on no line. */
class RowPlaces {
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []

  numberOf(file: string, key: string): number {
    const place = `${file} ${key}`
    const known = this.#numbers.get(place)
    if (known !== undefined) return known
    const number = this.#keys.push(key)
    this.#numbers.set(place, number)
    return number
  }

  /** A problem with the key of its row instead of a line. */
  name({ line, values: { before, ...values }, ...problem }: ImportProblem): StoredProblem {
    const keyAt = (number: unknown) => this.#keys[Number(number) - 1]
    const named = before === undefined ? values : { ...values, before: keyAt(before) ?? before }
    return { ...problem, row: line === undefined ? undefined : keyAt(line), values: named }
  }
}

type Source = {
  stored: Stored
  about: Readonly<{ municipality: string; strategy: string; public: boolean }>
  places: RowPlaces
}

const asSource = ({ stored, about, places }: Source): SheetSource => ({
  problems: [],
  notes: [],
  read: async (sheet, name) => {
    const rows = (stored.get(name) ?? [])
      .filter(({ isPublic }) => isPublic === about.public)
      .map(({ fields }) => ({ ...fields, line: places.numberOf(sheet.file, keyOf(fields, sheet.key)) }))
    if (name === 'dataset') return asRead([{ ...about, line: places.numberOf(sheet.file, about.strategy) }])
    return asRead(rows)
  },
})
