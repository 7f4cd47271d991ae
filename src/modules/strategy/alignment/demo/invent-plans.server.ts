import { v7 as uuidv7 } from 'uuid'
import { type Institution, institutionsOn } from '#modules/registry'
import { findMunicipalityNames, findNetwork } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { operator, type User } from '#platform/users.ts'
import { actionsOf } from '../../model.ts'
import { findStrategyByKey, getStrategyTree } from '../../store.server.ts'
import { askForPlans, beginPlan } from '../begin.service.server.ts'
import { answerComment, commentOnPlan, type StepEntry, takeStep } from '../consult.service.server.ts'
import { addWritten } from '../items.service.server.ts'
import { findPlan, findPlans } from '../plan-store.server.ts'
import {
  type DemoTask,
  departmentTasks,
  institutionTasks,
  nextYearTasks,
  unsaidTask,
  WORDS,
} from './tasks.ts'

/** Institutions that are asked, that of the accounts first: one for each state that a plan can be in. */
const ASKED = 4
const YEARS = 4
/** Kinds of institutions in whose mouths the tasks sound right. */
const FITTING = new Set(['stateGymnasium', 'developmentCentre', 'interestEducationCentre'])

/**
 * Invents the department's plans of this year and the next, and a development plan in each state: returned with a
 * comment, submitted, agreed and only asked for. All of it goes the way that people's plans go, and says that it is an example.
 */
export async function inventPlans(demo: Demo): Promise<void> {
  const { db, municipalityId, now } = demo
  const today = municipalDay(now)
  const year = Number(today.slice(0, 4))
  const found = await readAs(db, operator(municipalityId), async (tx) => {
    const strategy = await findStrategyByKey(tx, demo.plan, municipalityId)
    const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
    const network = await findNetwork(tx, municipalityId)
    return { tree, network, slug: (await findMunicipalityNames(tx)).get(municipalityId) ?? '' }
  })
  const { tree, slug } = found
  if (!tree) return
  const known = new Set(actionsOf(tree).map(({ code }) => code))
  const head = asRole(demo, 'educationHead', { kind: 'municipality', municipalityId })
  const specialist = asRole(demo, 'educationSpecialist', { kind: 'municipality', municipalityId })
  const strategyId = tree.strategy.id
  const at = (key: string) => ({ municipalityId, slug, key })
  const fill = (user: User, key: string, tasks: readonly DemoTask[]) =>
    addWritten(
      db,
      user,
      at(key),
      tasks.filter(({ actions = [] }) => actions.every((code) => known.has(code))),
    )
  const step = async (
    user: User,
    key: string,
    entry: Omit<StepEntry, 'version' | 'words'> & { words?: string },
  ) => {
    const plan = await readAs(db, user, (tx) => findPlan(tx, municipalityId, key), { municipalityId })
    return takeStep(db, user, at(key), { words: null, ...entry, version: plan?.version ?? 0 })
  }
  const agreed = { on: today, by: WORDS.agreedBy }

  const yearly = (of: number) => ({
    title: `Paraugs: Izglītības pārvaldes darba plāns ${of}. gadam`,
    startsOn: `${of}-01-01`,
    endsOn: `${of}-12-31`,
    dueOn: null,
    strategyId,
    owner: null,
    once: uuidv7(),
  })
  const thisYear = await beginPlan(db, specialist, municipalityId, yearly(year))
  await fill(specialist, thisYear, departmentTasks(year))
  await step(specialist, thisYear, { step: 'submitted' })
  await step(head, thisYear, { step: 'agreed', agreed })
  const nextYear = await beginPlan(db, specialist, municipalityId, yearly(year + 1))
  await fill(specialist, nextYear, nextYearTasks(year + 1))

  const { there, notSaid } = institutionsOn(found.network, today)
  const all = [...there, ...notSaid]
    .filter(({ version }) => FITTING.has(version.type?.code ?? ''))
    .map(({ institution }) => institution)
  const institutions = inOrder(demo, all).slice(0, ASKED)
  const asked = {
    title: `Paraugs: attīstības plāns ${year + 1}.–${year + YEARS}. gadam`,
    startsOn: `${year + 1}-01-01`,
    endsOn: `${year + YEARS}-12-31`,
    dueOn: `${year + 1}-02-28`,
    strategyId,
    institutions,
  }
  const ofInstitutions = institutionTasks(year + 1)
  await askForPlans(db, head, { municipalityId, slug }, asked)
  const plans = await readAs(db, head, (tx) => findPlans(tx, municipalityId), { municipalityId })
  for (const [index, institution] of institutions.entries()) {
    const plan = plans.find(({ owner }) => owner?.id === institution.id)
    const isLast = index === ASKED - 1
    if (!plan || isLast) continue
    const scope = { kind: 'institution', municipalityId, id: institution.id } as const
    const writer = asRole(demo, 'institutionHead', scope)
    const { key } = plan
    const tasks = ofInstitutions[index] ?? []
    await fill(writer, key, index === 0 ? [...tasks, unsaidTask] : tasks)
    await step(writer, key, { step: 'submitted' })
    const filled = await readAs(db, head, (tx) => findPlan(tx, municipalityId, key), { municipalityId })
    const itemId = filled?.items[0]?.id ?? null
    const once = uuidv7()
    if (index !== 1)
      await commentOnPlan(db, head, at(key), {
        once,
        words: index === 0 ? WORDS.comment : WORDS.question,
        itemId,
      })
    if (index === 0) await step(head, key, { step: 'returned', words: WORDS.toReturn })
    if (index !== 2) continue
    await answerComment(db, writer, at(key), { once: uuidv7(), words: WORDS.answer, commentId: once })
    await step(head, key, { step: 'agreed', agreed })
  }
}

/** The account of a role, with that role where it is needed. */
const asRole = ({ accounts }: Demo, role: Role, scope: Scope): User => ({
  id: accounts.get(role) ?? role,
  kind: 'member',
  grants: [{ role, scope }],
})

function inOrder({ institution }: Demo, all: readonly Institution[]): Institution[] {
  const isOwn = ({ key }: Institution) => key === institution
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]
}
