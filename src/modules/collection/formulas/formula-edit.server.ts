import { v7 as uuidv7 } from 'uuid'
import { type Computable, readComputable } from '#modules/indicators.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, line } from '#platform/editing/fields.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { formulasAddress } from '../addresses.ts'
import { findElements } from '../calls/element-store.server.ts'
import { problemsOfFormula } from '../checks/index.ts'
import { observeEverywhere } from '../life/observe.server.ts'
import type { CallElement, Element } from '../model.ts'
import { elementsOf, type Formula, isFormulaOf } from './formula.ts'
import { readFormulaEffects } from './formula-effects.server.ts'
import { findFormulaRow, findFormulas } from './formula-store.server.ts'

const FORMULA = { table: 'collection.formula', key: ['id'], hasId: true } as const
const LEVELS = ['municipality', 'institution'] as const
const LONGEST = 500
const WITHDRAWN = 'withdrawn'

type About = { municipalityId: string; slug: string; id: string | undefined }

/** A formula of an indicator, or a new one. What it gives from all accepted answers is written in the same change. */
export async function makeFormulaEdit(tx: DatabaseTransaction, about: About) {
  const { municipalityId, slug, id } = about
  const formulas = await findFormulas(tx, municipalityId)
  const stored = id === undefined ? undefined : formulas.find((one) => one.id === id)
  if (id !== undefined && !stored) refuse(404, 'platform.refused.absent')
  const computable = await readComputable(tx, municipalityId)
  const own = stored && computable.find((one) => isOf(one, stored))
  const elements = await findElements(tx, municipalityId)
  // The preview shows what the formula that was just written gives.
  let written: { one: Computable; level: Formula['level'] } | undefined =
    stored && own ? { one: own, level: stored.level } : undefined
  const edit: Edit = {
    place: { municipalityId },
    capability: 'collection.call.edit',
    action: 'formula.edited',
    subject: own?.key ?? 'formula',
    stream: 'figures',
    isPublic: true,
    fields: fieldsOf(stored, computable),
    afterwards: () => formulasAddress(slug),
    read: async (reading) => {
      if (id === undefined) return { version: 0, values: {} }
      const now = (await findFormulas(reading, municipalityId)).find((one) => one.id === id)
      return now && { version: now.revision, values: asTyped(now) }
    },
    write: async (writing, change, typed) => {
      if (stored && typed.kept === WITHDRAWN) {
        const row =
          (await findFormulaRow(writing, municipalityId, stored.id)) ?? refuse(404, 'platform.refused.absent')
        await withdraw(writing, change, FORMULA, row)
        change.counts.changed += 1
        return undefined
      }
      const one = own ?? computable.find(({ key }) => key === typed.series)
      const level = stored?.level ?? LEVELS.find((known) => known === typed.level)
      const complaints: Record<string, readonly Complaint[]> = {
        ...expressionComplaints(typed, elements, one),
        ...(one && level && !stored && isTaken(await findFormulas(writing, municipalityId), one, level)
          ? { series: [{ reason: 'collection.formula.taken' as const }] }
          : {}),
      }
      if (!one || !level || Object.keys(complaints).length > 0) return complaints
      written = { one, level }
      const formula = { ...readTyped(typed), level, id: stored?.id ?? uuidv7() }
      await writeFormula(writing, change, one, formula)
      return undefined
    },
    effects: async (after) =>
      written ? readFormulaEffects(after, municipalityId, written.one, written.level) : [],
  }
  return { edit, name: own?.name, elements }
}

const isOf = ({ indicator, breakdown }: Computable, formula: Formula) =>
  isFormulaOf(formula, { indicatorId: indicator.id, breakdown })

const isTaken = (formulas: readonly Formula[], one: Computable, level: Formula['level']) =>
  formulas.some((formula) => formula.level === level && isOf(one, formula))

function fieldsOf(stored: Formula | undefined, computable: readonly Computable[]) {
  const expressions = [
    line('numerator', 'collection.formula.numerator', {
      isRequired: true,
      hint: 'collection.formula.numerator.hint',
      maximumLength: LONGEST,
    }),
    line('denominator', 'collection.formula.denominator', {
      hint: 'collection.formula.denominator.hint',
      maximumLength: LONGEST,
    }),
  ]
  if (stored)
    return [
      ...expressions,
      choice(
        'kept',
        'collection.formula.kept',
        [
          { value: 'kept', label: 'collection.formula.kept.kept' },
          { value: WITHDRAWN, label: 'collection.formula.kept.withdrawn' },
        ],
        { isRequired: true },
      ),
    ]
  return [
    choice(
      'series',
      'collection.formula.series',
      computable.map(({ key, name }) => ({ value: key, label: name })),
      { isRequired: true },
    ),
    choice(
      'level',
      'collection.formula.level',
      LEVELS.map((value) => ({ value, label: `collection.formula.level.${value}` as const })),
      { isRequired: true },
    ),
    ...expressions,
  ]
}

const asTyped = ({ numerator, denominator }: Formula): Typed => ({
  numerator,
  denominator: denominator ?? '',
  kept: 'kept',
})

function readTyped(typed: Typed) {
  const denominator = (typed.denominator ?? '').trim()
  return { numerator: (typed.numerator ?? '').trim(), denominator: denominator === '' ? null : denominator }
}

/** What is wrong with the expressions, with the place in them, and with what the indicator needs. */
function expressionComplaints(
  typed: Typed,
  elements: readonly Element[],
  one: Computable | undefined,
): Complaints {
  const complaints: Record<string, readonly Complaint[]> = {}
  const asked = { elements: elements.map(asAsked) }
  const { numerator, denominator } = readTyped(typed)
  for (const [name, text] of Object.entries({ numerator, denominator })) {
    if (text === null || text === '') continue
    const [first] = problemsOfFormula(text, asked)
    if (first) complaints[name] = [{ reason: first.reason, values: { ...first.values, place: first.at + 1 } }]
    else if (elementsOf({ numerator: text, denominator: null }).length === 0 && name === 'numerator')
      complaints[name] = [{ reason: 'collection.formula.noElement' }]
  }
  const kind = one?.indicator.value_kind
  if ((kind === 'share' || kind === 'ratio') && denominator === null)
    complaints.denominator = [{ reason: 'collection.formula.denominatorNeeded' }]
  return complaints
}

const asAsked = ({ id, ...element }: Element): CallElement => ({
  ...element,
  elementId: id,
  position: 0,
  section: null,
  isRequired: true,
  reuse: null,
})

async function writeFormula(
  tx: DatabaseTransaction,
  change: Change,
  { indicator, breakdown }: Computable,
  formula: Pick<Formula, 'id' | 'level' | 'numerator' | 'denominator'>,
) {
  const { id, level, numerator, denominator } = formula
  const row = { id, indicator_id: indicator.id, breakdown, level, numerator, denominator }
  await revise(tx, { ...change, isPublic: indicator.is_public }, FORMULA, [row])
  const whole = { id, indicatorId: indicator.id, breakdown, level, numerator, denominator, revision: 1 }
  await observeEverywhere(tx, change, { formula: whole, indicator })
}
