import { v7 as uuidv7 } from 'uuid'
import { DEMO_INDICATORS, findComputable } from '#modules/indicators.server'
import { type Institution, institutionNear } from '#modules/registry'
import { readAs } from '#platform/database/scope.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Demo, Demonstrates } from '#platform/demo.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { planBurden } from '../burden/write-burden.server.ts'
import { askedOn } from '../calls/audience.ts'
import {
  CALL_CHECKS,
  CALL_ELEMENTS,
  CALLS,
  callElementRow,
  callRow,
  checkRow,
  SUBMISSIONS,
} from '../calls/call-rows.ts'
import { elementRow } from '../calls/element-rows.ts'
import { readPlaces } from '../calls/read-places.server.ts'
import { inventCampaigns } from '../campaigns/demo.server.ts'
import { recompute } from '../life/recompute.service.server.ts'
import type { Answers, DataCall } from '../model.ts'
import { DEMO_AUDIENCE, type DemoCall, demoCalls, isNational, momentsOf } from './calls.ts'
import { insertWritten, WRITTEN, type WrittenRows } from './demo-store.server.ts'
import { asked, DEMO_ELEMENTS } from './elements.ts'
import { fateOf } from './fates.ts'
import { inventAnswers } from './figures.ts'
import { schoolYearOf, writtenRows } from './invent-submissions.ts'
import { inventTemplate } from './national-template.server.ts'

const ELEMENTS = { table: 'collection.element', key: ['key'], hasId: true } as const
const FORMULAS = { table: 'collection.formula', key: ['id'], hasId: true } as const

/** Invents a call in each state, with institutions in each state of it; everything else follows as it always does. */
export const inventCalls: Demonstrates = async (demo) => {
  const { db, municipalityId, now } = demo
  const keeper = operator(municipalityId)
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'command',
    action: 'demo.invented',
    subject: 'collection',
    at: now,
  } as const
  const { places, indicators } = await readAs(db, keeper, async (tx) => ({
    places: await readPlaces(tx, municipalityId),
    indicators: new Map(
      (await findComputable(tx, municipalityId))
        .filter(({ catalogue }) => catalogue === demo.plan)
        .map(({ code, id }) => [code, id]),
    ),
  }))
  const institutions = inOrder(
    demo,
    askedOn(places, DEMO_AUDIENCE, municipalDay(now)).asked.map((one) => one.institution),
  )
  const national = demoCalls(schoolYearOf(now)).findLast(isNational)
  const templateId = national ? await inventTemplate(demo, national) : null
  const calls: DataCall[] = []
  const draft = { ...intent, isPublic: false }
  await inChange(db, keeper, draft, (tx, change) =>
    write(tx, change, demo, { institutions, which: 'draft', calls, templateId }),
  )
  await inChange(db, keeper, { ...intent, isPublic: true }, async (tx, change) => {
    await write(tx, change, demo, { institutions, which: 'others', calls, templateId })
    const formulas = [
      {
        code: DEMO_INDICATORS.training,
        numerator: 'numerator(pilnveide)',
        denominator: 'denominator(pilnveide)',
      },
      { code: DEMO_INDICATORS.support, numerator: 'izglitojamie', denominator: 'atbalsts' },
    ].flatMap(({ code, ...formula }) => {
      const indicator_id = indicators.get(code)
      return indicator_id
        ? [{ ...formula, id: uuidv7(), indicator_id, breakdown: {}, level: 'municipality' as const }]
        : []
    })
    await revise(tx, change, FORMULAS, formulas)
  })
  for (const { id, state } of calls) if (state === 'open') await recompute(db, keeper, municipalityId, id)
  await inventCampaigns(demo, 'vasaras-darbi')
}

/** The one whose head has an account comes first, so that whoever looks around finds everything there. */
function inOrder({ institution }: Demo, all: readonly Institution[]): Institution[] {
  const [own, others] = [
    all.filter(({ key }) => key === institution),
    all.filter(({ key }) => key !== institution),
  ]
  return [...own, ...others]
}

type Making = {
  institutions: readonly Institution[]
  which: 'draft' | 'others'
  calls: DataCall[]
  /** Template of the country by which national calls ask. */
  templateId: string | null
}

async function write(
  tx: DatabaseTransaction,
  change: Change,
  demo: Demo,
  { institutions, which, calls, templateId }: Making,
) {
  const elementRows = DEMO_ELEMENTS.map((element) => {
    const { id, ...row } = elementRow({ ...element, id: '' })
    return row
  })
  const ids = await revise(tx, change, ELEMENTS, elementRows)
  const made = demoCalls(schoolYearOf(demo.now)).filter(
    ({ state }) => (state === 'draft') === (which === 'draft'),
  )
  const earlier = new Map<string, Answers>()
  for (const one of made) {
    const call = callOf(one, demo, isNational(one) ? templateId : null)
    const elements = asked(ids, one.elements, one.optional)
    const known = await revise(tx, change, CALLS, [callRow(call)])
    const whole = { ...call, id: idOf(known, call.key) }
    calls.push(whole)
    await revise(
      tx,
      change,
      CALL_ELEMENTS,
      elements.map((element) => callElementRow(whole.id, element)),
    )
    await revise(
      tx,
      change,
      CALL_CHECKS,
      one.checks.map((check) => checkRow(whole.id, check)),
    )
    if (one.state === 'draft') continue
    await answer(tx, change, demo, { one, call: whole, elements, institutions, earlier })
  }
}

function callOf(one: DemoCall, { now, accounts }: Demo, templateId: string | null): DataCall {
  const { days, minutes, elements, optional, checks, answers, ...said } = one
  return {
    ...said,
    ...momentsOf(one, municipalDay(now)),
    id: uuidv7(),
    audience: DEMO_AUDIENCE,
    responsibleId: accounts.get('educationSpecialist') ?? null,
    deputyId: accounts.get('educationHead') ?? null,
    estimatedMinutes: minutes,
    templateId,
    version: 1,
  }
}

type Answering = {
  one: DemoCall
  call: DataCall
  elements: ReturnType<typeof asked>
  institutions: readonly Institution[]
  /** Answers of the year before, by institution; those of this call take their place. */
  earlier: Map<string, Answers>
}

async function answer(
  tx: DatabaseTransaction,
  change: Change,
  demo: Demo,
  { one, call, elements, institutions, earlier }: Answering,
) {
  const day = municipalDay(call.opensAt)
  const rows: WrittenRows = {
    'collection.edit': [],
    'collection.attempt': [],
    'collection.handing_in': [],
    'collection.submission_value': [],
    'collection.check_result': [],
    'collection.decision': [],
  }
  const submissions = institutions.map(({ id }, index) => ({
    id: uuidv7(),
    call_id: call.id,
    institution_id: id,
    asked_on: day,
    extended_to: null,
    excused_reason:
      fateOf(one.answers, index) === 'excused' ? 'Izdomāts piemērs: iestāde pievienota citai.' : null,
  }))
  await revise(tx, change, SUBMISSIONS, submissions)
  await planBurden(
    tx,
    change,
    call,
    institutions.map(({ id }) => id),
  )
  const coordinator =
    demo.accounts.get('institutionCoordinator') ?? demo.accounts.get('institutionHead') ?? 'izaugsme'
  for (const [index, institution] of institutions.entries()) {
    const own = demo.random.fork(institution.key)
    const answers = inventAnswers(elements, {
      type: institutionNear(institution, day).type?.code ?? '',
      year: Number(call.key.slice(-1)) || 0,
      day,
      own,
      random: demo.random.fork(`${institution.key}/${call.key}`),
    })
    const written = writtenRows({
      call,
      elements,
      checks: one.checks,
      submissionId: submissions[index]?.id ?? '',
      institutionId: institution.id,
      fate: fateOf(one.answers, index),
      answers,
      last: earlier.get(institution.id),
      now: demo.now,
      random: demo.random.fork(`${institution.key}/${call.key}/steps`),
      // Of institutions without an account the program has invented the answers, and is named as their author.
      people: {
        giver: institution.key === demo.institution ? coordinator : 'izaugsme',
        decider: demo.accounts.get('educationSpecialist') ?? 'operator',
      },
    })
    for (const table of WRITTEN) (rows[table] as unknown[]).push(...written[table])
    earlier.set(institution.id, answers)
  }
  const place = { municipalityId: demo.municipalityId, changeId: change.id }
  change.counts.added += await insertWritten(tx, place, rows)
}
