import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { actionsOf } from '../../model.ts'
import { findStrategyByKey, getStrategyTree } from '../../store.server.ts'

const uncited = { source_id: null, locator: null }
const ofAction = ['strategy_id', 'action', 'code'] as const
/** Days from today by which the milestones are due. */
const SOON = 30
const LATER = 180

/**
 * Invents what hangs on one action of the plan, and a risk that hits it. It is not published, so that nobody takes it for
 * what the municipality says: only its workplace shows it.
 */
export async function inventAttached({ db, municipalityId, plan, now }: Demo): Promise<void> {
  const keeper = operator(municipalityId)
  const found = await readAs(db, keeper, async (tx) => {
    const strategy = await findStrategyByKey(tx, plan, municipalityId)
    const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
    return { strategyId: strategy?.id, action: tree && actionsOf(tree)[0]?.code }
  })
  const { strategyId, action } = found
  if (strategyId === undefined || action === undefined) return
  const today = municipalDay(now)
  const own = { strategy_id: strategyId, action, ...uncited }
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'command',
    action: 'demo.invented',
    subject: `${plan}/${action}`,
    isPublic: false,
    at: now,
  } as const
  await inChange(db, keeper, intent, async (tx, change) => {
    await revise(tx, change, { table: 'strategy.action_party', key: ofAction }, [
      {
        ...own,
        code: 'd1',
        institution: null,
        name_lv: 'Izdomāts piemērs: skolu padomes',
        name_en: 'Invented example: school councils',
        part_lv: 'sniedz atzinumu par skolu tīkla kritērijiem',
        part_en: 'give an opinion on the criteria of the school network',
      },
    ])
    await revise(tx, change, { table: 'strategy.action_milestone', key: ofAction }, [
      {
        ...own,
        code: 's1',
        kind: 'milestone',
        title_lv: 'Izdomāts piemērs: kritēriji apspriesti ar skolu padomēm',
        title_en: 'Invented example: the criteria are discussed with school councils',
        due_on: addDays(today, -SOON),
        done_on: addDays(today, -SOON - 1),
      },
      {
        ...own,
        code: 's2',
        kind: 'deliverable',
        title_lv: 'Izdomāts piemērs: kritēriju dokuments',
        title_en: 'Invented example: the document with the criteria',
        due_on: addDays(today, LATER),
        done_on: null,
      },
    ])
    await revise(tx, change, { table: 'strategy.action_funding', key: ofAction }, [
      {
        ...own,
        code: 'f1',
        fund: 'municipality',
        title_lv: 'Izdomāts piemērs: sanāksmes un dokumenta sagatavošana',
        title_en: 'Invented example: meetings and the writing of the document',
        year: Number(today.slice(0, 'YYYY'.length)),
        planned: 1200,
        // What was spent is left unknown, which is not zero.
        spent: null,
      },
    ])
    await revise(tx, change, { table: 'strategy.risk', key: ['strategy_id', 'code'] }, [
      {
        strategy_id: strategyId,
        ...uncited,
        code: 'PARAUGS1',
        position: 1,
        title_lv: 'Izdomāts piemērs: skolu padomes nepaspēj sniegt atzinumu',
        title_en: 'Invented example: school councils do not manage to give their opinion',
        likelihood: 'medium',
        impact: 'high',
        state: 'open',
        mitigation_lv: 'Izdomāts piemērs: jautā mēnesi agrāk un piedāvā sanāksmi tiešsaistē.',
        mitigation_en: 'Invented example: they are asked a month earlier, and offered an online meeting.',
        responsible: 'Izglītības pārvalde',
        reviewed_on: today,
      },
    ])
    await revise(tx, change, { table: 'strategy.risk_link', key: ['strategy_id', 'code'] }, [
      {
        strategy_id: strategyId,
        ...uncited,
        code: 'risk-PARAUGS1-1',
        risk: 'PARAUGS1',
        factor: null,
        goal: null,
        direction: null,
        action,
        indicator_id: null,
      },
    ])
  })
}
