import { v7 as uuidv7 } from 'uuid'
import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { type Action, actionsOf, isStanding } from '../../model.ts'
import { findStrategyByKey, getStrategyTree } from '../../store.server.ts'
import { fieldsOfAction } from '../plan-fields.ts'
import type { Proposal } from '../version.ts'
import { numberAt } from '../version.ts'
import { findVersions, PROPOSALS, VERSIONS } from '../version-store.server.ts'

/**
 * Invents the draft of a mid-term update that is under way: something of each kind is proposed, and most actions are not
 * looked at yet. Nobody outside the municipality sees it, and nothing of it is adopted.
 */
export async function inventDraft({ db, municipalityId, plan, now }: Demo): Promise<void> {
  const keeper = operator(municipalityId)
  const found = await readAs(db, keeper, async (tx) => {
    const strategy = await findStrategyByKey(tx, plan, municipalityId)
    const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
    const versions = strategy ? await findVersions(tx, municipalityId, strategy.id) : []
    return { tree, versions }
  })
  const { tree, versions } = found
  if (!tree) return
  const proposals = inventProposals(actionsOf(tree), tree.strategy.period.endsOn)
  if (proposals.length === 0) return
  const id = uuidv7()
  const number = numberAt(versions) + 1
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'command',
    action: 'demo.invented',
    subject: `${plan}/${number}`,
    isPublic: false,
    at: now,
  } as const
  await inChange(db, keeper, intent, async (tx, change) => {
    await revise(tx, change, VERSIONS, [
      {
        id,
        strategy_id: tree.strategy.id,
        number,
        state: 'draft',
        kind: 'midterm',
        reason_lv: 'Izdomāts piemērs: perioda vidū pārskata, kuras darbības turpināt.',
        reason_en: 'Invented example: in the middle of the period it is reviewed which actions go on.',
        decision_number: null,
        decided_on: null,
        minutes: null,
        in_force_on: null,
        adopted_at: null,
      },
    ])
    await revise(
      tx,
      change,
      PROPOSALS,
      proposals.map(({ target, code, kind, fields, was, into, reason }) => ({
        version_id: id,
        target,
        code,
        kind,
        fields,
        was,
        into_code: into,
        reason_lv: `Izdomāts piemērs: ${reason.lv}`,
        reason_en: `Invented example: ${reason.en}`,
      })),
    )
  })
}

/** One of each kind, about the plan's first actions; none where the plan is too small to show them. */
function inventProposals(actions: readonly Action[], endsOn: string): Omit<Proposal, 'revision'>[] {
  const [kept, changed, merged, into, ended] = actions.filter(isStanding)
  if (!kept || !changed || !merged || !into || !ended) return []
  const nothing = { target: 'action', fields: {}, was: {}, into: null } as const
  const siblings = actions.filter(({ direction }) => direction === ended.direction)
  const blank = Object.fromEntries(Object.keys(fieldsOfAction(ended)).map((name) => [name, null]))
  return [
    {
      ...nothing,
      code: kept.code,
      kind: 'keep',
      reason: { lv: 'darbība vajadzīga katru gadu.', en: 'the action is needed every year.' },
    },
    {
      ...nothing,
      code: changed.code,
      kind: 'change',
      fields: { due_on: endsOn },
      was: { due_on: changed.dueOn },
      reason: {
        lv: 'bez termiņa nevar pateikt, vai darbība kavējas.',
        en: 'without a due day nobody can say whether the action is late.',
      },
    },
    {
      ...nothing,
      code: merged.code,
      kind: 'merge',
      into: into.code,
      reason: { lv: 'abas dara tie paši cilvēki.', en: 'the same people do both.' },
    },
    {
      ...nothing,
      code: ended.code,
      kind: 'end',
      reason: { lv: 'to tagad dara valsts.', en: 'the state does it now.' },
    },
    {
      ...nothing,
      code: `${ended.direction}.${siblings.length + 1}`,
      kind: 'add',
      fields: {
        ...blank,
        direction: ended.direction,
        position: siblings.length + 1,
        title_lv: 'Izdomāts piemērs: skolēnu padome vērtē pārmaiņas savā skolā',
        title_en: 'Invented example: the pupils’ council judges changes at its school',
        due_on: endsOn,
      },
      reason: {
        lv: 'par pārmaiņām līdz šim nejautā pašiem skolēniem.',
        en: 'so far pupils themselves are not asked about changes.',
      },
    },
  ]
}
