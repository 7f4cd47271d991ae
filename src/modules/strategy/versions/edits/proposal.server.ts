import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { complaintOfReason, type EditField, type Option, type Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, line, long } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { checkStrategyRows } from '../../check-rows.ts'
import { complaintsIn, rowsWith, unstated } from '../../edits/cells.ts'
import { rowFormOf, sheetOf } from '../../edits/row-forms.server.ts'
import { findRow } from '../../edits/rows-store.server.ts'
import type { PlanScope } from '../../edits/scope.server.ts'
import { type StrategyTree, standingActionsOf } from '../../model.ts'
import { getStrategyTree } from '../../store.server.ts'
import { FIELDS_OF, fieldsOfAction, fieldsOfDirection, fieldsOfGoal } from '../plan-fields.ts'
import { type Fields, PROPOSAL_KINDS, type ProposalKind, type Target, type Version } from '../version.ts'
import { findProposalRows, findVersionRow, PROPOSALS } from '../version-store.server.ts'

const SHEET = { goal: 'goals', direction: 'directions', action: 'actions' } as const
const PART = { goal: 'merki', direction: 'virzieni', action: 'darbibas' } as const
const TABLE = { goal: 'strategy.goal', direction: 'strategy.direction', action: 'strategy.action' } as const

/** Fields of the form besides the plan's own. */
const OF_PROPOSAL = {
  kind: 'kind',
  into: 'into',
  reasonLv: 'reason_lv',
  reasonEn: 'reason_en',
} as const

type About = { scope: PlanScope; version: Version; target: Target; code: string | null }

/**
 * The form for what a draft proposes for one goal, direction or action; without a code, for an action that is added.
 *
 * @param afterwards where the writer is led once it is saved
 */
export async function proposalEdit(
  tx: DatabaseTransaction,
  { scope, version, target, code }: About,
  afterwards?: (typed: Typed) => string,
): Promise<Edit> {
  const { municipalityId, strategyId } = scope
  const isMidterm = version.kind === 'midterm'
  const rowNow = async (now: DatabaseTransaction, own: string) =>
    (await findProposalRows(now, municipalityId, version.id)).find(
      (row) => row.target === target && row.code === own,
    )
  const drawn = code === null ? undefined : await rowNow(tx, code)
  const isAdded = code === null || (drawn?.kind === 'add' && !drawn.withdrawn_at)
  const form = await rowFormOf({ tx, scope }, PART[target])
  const own = new Set<string>(FIELDS_OF[target])
  const words = form.fields.filter(({ name }) => own.has(name) || (code === null && name === 'code'))
  const { columns: all, file } = sheetOf(SHEET[target])
  const columns = Object.fromEntries(Object.entries(all).filter(([name]) => own.has(name) || name === 'code'))
  const fields = [
    ...(isAdded ? addedFields(code !== null) : await existingFields()),
    ...(isAdded ? words : words.map((one) => ({ ...one, foldedUnder: 'strategy.versions.words' as const }))),
  ]
  return {
    place: { municipalityId },
    capability: 'strategy.edit',
    action: 'version.proposed',
    subject: `${scope.key}/${version.number}/${code ?? '+'}`,
    stream: 'planning',
    isPublic: false,
    ...(afterwards ? { afterwards } : {}),
    fields,
    read: async (now) => {
      if (code === null) return { version: 0, values: { [OF_PROPOSAL.kind]: 'add' } }
      const { state, revision } = await stateNow(now, code)
      const row = await rowNow(now, code)
      const standing = row?.withdrawn_at ? undefined : row
      if (!state && standing?.kind !== 'add') return undefined
      return {
        version: revision + (row?.revision ?? 0),
        values: {
          ...typedCells({ ...state, ...standing?.fields }),
          [OF_PROPOSAL.kind]: standing?.kind ?? 'keep',
          [OF_PROPOSAL.into]: standing?.into_code ?? '',
          [OF_PROPOSAL.reasonLv]: standing?.reason_lv ?? '',
          [OF_PROPOSAL.reasonEn]: standing?.reason_en ?? '',
        },
      }
    },
    write: async (now, change, typed) => {
      const held = await findVersionRow(now, { municipalityId, strategyId, number: version.number })
      if (held?.id !== version.id || held.state !== 'draft') {
        return { '': [{ reason: 'strategy.versions.notDraft' }] }
      }
      return isAdded ? writeAdded(now, change, typed) : writeExisting(now, change, typed)
    },
  }

  async function existingFields(): Promise<EditField[]> {
    const kinds =
      target === 'action' ? (['keep', 'change', 'merge', 'end'] as const) : (['keep', 'change'] as const)
    return [
      choice(OF_PROPOSAL.kind, 'strategy.versions.kind', kinds.map(kindOption), { isRequired: true }),
      ...(target === 'action'
        ? [
            choice(OF_PROPOSAL.into, 'strategy.versions.into', await intoOptions(), {
              hint: 'strategy.versions.into.hint',
            }),
          ]
        : []),
      ...reasonFields(isMidterm),
    ]
  }

  async function intoOptions(): Promise<Option[]> {
    const tree = await treeNow(tx)
    const rows = await findProposalRows(tx, municipalityId, version.id)
    const added = rows.filter(({ kind, withdrawn_at }) => kind === 'add' && !withdrawn_at)
    return [
      ...standingActionsOf(tree).map(({ code: value, title }) => ({ value, title })),
      ...added.map(({ code: value, fields: { title_lv, title_en } }) => ({
        value,
        title: { lv: String(title_lv), en: String(title_en) },
      })),
    ]
      .filter(({ value }) => value !== code)
      .map(({ value, title }) => ({
        value,
        label: { lv: `${value} ${title.lv}`, en: `${value} ${title.en}` },
      }))
  }

  async function treeNow(now: DatabaseTransaction): Promise<StrategyTree> {
    return (await getStrategyTree(now, municipalityId, strategyId)) ?? refuse(404, 'strategy.versions.noPlan')
  }

  async function stateNow(now: DatabaseTransaction, wanted: string) {
    const state = stateIn(await treeNow(now), target, wanted)
    const row = await findRow(now, TABLE[target], scope, wanted)
    return { state, revision: row?.revision ?? 0 }
  }

  async function writeExisting(
    now: DatabaseTransaction,
    change: Change,
    typed: Typed,
  ): Promise<Complaints | undefined> {
    const wanted = code ?? ''
    const { state } = await stateNow(now, wanted)
    if (!state) return { '': [{ reason: 'strategy.versions.conflict.gone' }] }
    const kind = PROPOSAL_KINDS.find((one) => one === typed[OF_PROPOSAL.kind]) ?? 'keep'
    const into = typed[OF_PROPOSAL.into] ?? ''
    const { values, complaints } = readCells(columns, { ...typed, code: wanted })
    const cells = values as Fields
    const changed = FIELDS_OF[target].filter((name) => name in cells && cells[name] !== state[name])
    const row = await rowNow(now, wanted)
    const standing = row?.withdrawn_at ? undefined : row
    const reason = (typed[OF_PROPOSAL.reasonLv] ?? '').trim()
    const isTakenBack = kind === 'keep' && reason === '' && !isMidterm
    const all: Record<string, readonly Complaint[]> = {
      ...(kind === 'change' ? found({ ...state, ...cells, code: wanted }) : {}),
      ...complaints,
      ...ofReason(reason, !isTakenBack),
    }
    if (kind === 'change' && changed.length === 0 && Object.keys(complaints).length === 0)
      all[OF_PROPOSAL.kind] = [{ reason: 'strategy.versions.nothingChanged' }]
    if (kind !== 'change' && changed.length > 0)
      all[OF_PROPOSAL.kind] = [{ reason: 'strategy.versions.wordsWithoutChange' }]
    if (kind === 'merge' && into === '') all[OF_PROPOSAL.into] = [{ reason: 'strategy.versions.intoMissing' }]
    if (kind !== 'merge' && into !== '') all[OF_PROPOSAL.into] = [{ reason: 'strategy.versions.intoWithout' }]
    if (Object.keys(all).length > 0) return all
    if (isTakenBack) {
      if (standing) await takeBack(now, change, standing)
      return undefined
    }
    const only = (from: Fields) =>
      Object.fromEntries(kind === 'change' ? changed.map((name) => [name, from[name] ?? null]) : [])
    await revise(now, change, PROPOSALS, [
      {
        ...proposed(typed),
        code: wanted,
        kind,
        fields: only(cells),
        was: only(state),
        into_code: kind === 'merge' ? into : null,
      },
    ])
    return undefined
  }

  async function writeAdded(now: DatabaseTransaction, change: Change, typed: Typed) {
    const wanted = code ?? (typed.code ?? '').trim()
    const row = await rowNow(now, wanted)
    const standing = row?.withdrawn_at ? undefined : row
    if (code !== null && typed[OF_PROPOSAL.kind] === 'keep') {
      if (standing) await takeBack(now, change, standing)
      return undefined
    }
    const { values, complaints } = readCells(columns, { ...typed, code: wanted })
    const reason = (typed[OF_PROPOSAL.reasonLv] ?? '').trim()
    const isTaken = (await stateNow(now, wanted)).revision > 0 || (code === null && standing !== undefined)
    const all: Complaints = {
      ...found(values as Fields),
      ...complaints,
      ...(isTaken ? { code: [{ reason: 'strategy.edit.taken', values: { code: wanted } }] } : {}),
      ...ofReason(reason, true),
    }
    if (Object.keys(all).length > 0) return all
    const { code: _, ...cells } = values as Fields
    await revise(now, change, PROPOSALS, [
      { ...proposed(typed), code: wanted, kind: 'add', fields: cells, was: {}, into_code: null },
    ])
    return undefined
  }

  /** What the rules of files say of the row as it would be. */
  function found(cells: Fields): Complaints {
    const checked = { ...unstated(all), ...cells, line: 1 } as never
    return complaintsIn(checkStrategyRows(rowsWith({ [SHEET[target]]: [checked] })), { file })
  }

  function proposed(typed: Typed) {
    const english = (typed[OF_PROPOSAL.reasonEn] ?? '').trim()
    return {
      version_id: version.id,
      target,
      reason_lv: (typed[OF_PROPOSAL.reasonLv] ?? '').trim(),
      reason_en: english === '' ? null : english,
    }
  }
}

const kindOption = (kind: ProposalKind): Option => ({
  value: kind,
  label: `strategy.versions.kind.${kind}` as TextKey,
})

const reasonFields = (isRequired: boolean): EditField[] => [
  long(OF_PROPOSAL.reasonLv, 'strategy.versions.reasonLv', {
    isRequired,
    hint: isRequired ? 'strategy.versions.reason.read' : 'strategy.versions.reason.hint',
    maximumLength: 500,
  }),
  line(OF_PROPOSAL.reasonEn, 'strategy.versions.reasonEn', { maximumLength: 500 }),
]

/** Of an action that is added: whether it stays so, and why it is needed. */
const addedFields = (isKnown: boolean): EditField[] => [
  choice(
    OF_PROPOSAL.kind,
    'strategy.versions.kind',
    [
      kindOption('add'),
      ...(isKnown ? [{ value: 'keep', label: 'strategy.versions.kind.notAdd' as const }] : []),
    ],
    { isRequired: true },
  ),
  ...reasonFields(true),
]

function ofReason(reason: string, isRequired: boolean): Complaints {
  const complaint = complaintOfReason(reason, isRequired)
  return complaint ? { [OF_PROPOSAL.reasonLv]: [complaint] } : {}
}

async function takeBack(tx: DatabaseTransaction, change: Change, row: object) {
  await withdraw(tx, change, PROPOSALS, row as never)
  change.counts.changed += 1
}

const typedCells = (fields: Fields): Typed =>
  Object.fromEntries(Object.entries(fields).map(([name, cell]) => [name, asTyped(cell)]))

function stateIn(tree: StrategyTree, target: Target, code: string): Fields | undefined {
  if (target === 'action') {
    const action = standingActionsOf(tree).find((one) => one.code === code)
    return action && fieldsOfAction(action)
  }
  const goal = tree.goals.find((one) => one.code === code)
  if (target === 'goal') return goal && fieldsOfGoal(goal)
  const direction = tree.goals.flatMap(({ directions }) => directions).find((one) => one.code === code)
  return direction && fieldsOfDirection(direction)
}
