import { v7 as uuidv7 } from 'uuid'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findAccountable } from '../../accountability/accountable-store.server.ts'
import { setAccountable } from '../../accountability/set-accountable.service.server.ts'
import { actionsOf, currentStatus } from '../../model.ts'
import { findStrategyByKey, getStrategyTree } from '../../store.server.ts'
import { ROUNDS, roundRow } from '../round-rows.ts'
import { insertDecision, insertReport } from '../rounds-store.server.ts'
import { openRound } from '../run-round.service.server.ts'
import { inventReport, stateOf } from './invent-report.ts'

/** Days before today on which it opened, was due, and after which it closes. */
const OPENED = 17
const DUE = 3
const CLOSES = 11
const DAY_MS = 24 * 60 * 60 * 1000

/** Who answers for every action but each third one, one after another. */
const ANSWERING = [
  'institutionHead',
  'educationSpecialist',
  'institutionCoordinator',
  'educationHead',
] as const

/**
 * Invents a round of the demonstration's plan that is under way, with actions in each state but none accepted: what
 * everybody reads stays as the plan's documents have it.
 */
export async function inventRound({ db, municipalityId, plan, accounts, now }: Demo): Promise<void> {
  const keeper = operator(municipalityId)
  const found = await readAs(db, keeper, async (tx) => {
    const strategy = await findStrategyByKey(tx, plan, municipalityId)
    const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
    if (!tree) return undefined
    const { id: strategyId, key } = strategy
    const accountable = await findAccountable(tx, municipalityId, strategyId)
    const slugs = await findMunicipalitySlugs(tx)
    const slug = [...slugs].find(([, id]) => id === municipalityId)?.[0] ?? ''
    return { place: { municipalityId, strategyId, key }, actions: actionsOf(tree), accountable, slug }
  })
  if (!found) return
  const { place, actions, accountable, slug } = found
  const people = ANSWERING.flatMap((role) => accounts.get(role) ?? [])
  const specialist = accounts.get('educationSpecialist') ?? keeper.id
  if (people.length === 0) return
  const missing = actions
    .filter(({ code }, index) => !accountable.has(code) && index % 3 !== 2)
    .map(({ code }, index) => ({
      action: code,
      accountId: people[index % people.length] as string,
      deputyId: people.length > 1 ? (people[(index + 1) % people.length] as string) : null,
    }))
  await setAccountable(db, keeper, place, missing)
  const asked = new Map([...accountable, ...missing.map(({ action, ...who }) => [action, who] as const)])
  const today = municipalDay(now)
  const id = uuidv7()
  const round = {
    id,
    strategyId: place.strategyId,
    key: 'izdomats-piemers',
    title: {
      lv: 'Izdomāts piemērs: cik tālu ir stratēģijas darbības',
      en: 'Invented example: how far the actions of the strategy have come',
    },
    asOf: today.slice(0, 'YYYY'.length),
    opensOn: addDays(today, -OPENED),
    dueOn: addDays(today, -DUE),
    closesOn: addDays(today, CLOSES),
    decidedBy: 'group',
    state: 'planned',
    openedAt: null,
    closedAt: null,
  } as const
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'command',
    action: 'demo.invented',
    subject: round.key,
    isPublic: false,
    at: now,
  } as const
  await inChange(db, keeper, intent, (tx, change) => revise(tx, change, ROUNDS, [roundRow(round)]))
  await openRound(db, keeper, { municipalityId, slug }, round.key, now)
  await inChange(db, keeper, intent, async (tx, change) => {
    for (const [index, action] of actions.entries()) {
      const author = asked.get(action.code)?.accountId
      const state = stateOf(index)
      if (author === undefined || state === 'silent') continue
      const at = new Date(now.getTime() - (state === 'late' ? 1 : DUE + 2 + (index % 9)) * DAY_MS)
      const told = {
        municipality_id: municipalityId,
        round_id: id,
        action: action.code,
        change_id: change.id,
      }
      await insertReport(tx, {
        ...told,
        version: 1,
        author,
        handed_by: '',
        way: 'invented',
        once: uuidv7(),
        at,
        ...inventReport(currentStatus(action), index, today),
      })
      change.counts.added += 1
      if (state !== 'returned' || author === specialist) continue
      await insertDecision(tx, {
        ...told,
        number: 1,
        version: 1,
        author,
        handed_by: '',
        kind: 'returned',
        decided_by: specialist,
        at: new Date(at.getTime() + DAY_MS),
        remark: 'Izdomāts piemērs: lūdzu, pievienojiet saiti uz līgumu.',
        group_name: null,
        decided_on: null,
        voices: null,
        present: 0,
      })
      change.counts.added += 1
    }
  })
}
