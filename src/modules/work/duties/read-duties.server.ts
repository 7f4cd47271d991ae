import { type Institution, institutionNear, institutionsOn } from '#modules/registry'
import { findNetwork } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { DutyRule, Mark, Occasion } from './duty.ts'
import { findMarks, findNationalRules, findOwnRules } from './duty-store.server.ts'
import { askEvidence, askNextDue } from './evidence.server.ts'
import { occasionsOf } from './occasions.ts'
import { isSettled, type Standing, type Stood, standingOf } from './standing.ts'

/** An institution with where it stands with one time of a duty. */
export type InstitutionStood = Stood & { id: string; key: string; name: LocalText }

/** One time of a duty, and who has done how much of it. */
export type DutyTime = Occasion &
  Stood & {
    /** Everything that was said of it for the municipality itself, the earliest first. */
    said: readonly Mark[]
    /** Every institution that has it; null where it is the municipality's. */
    institutions: readonly InstitutionStood[] | null
  }

/**
 * Every time of a duty that was due last or is due next, those missed and those due first before the others. Seven
 * statements, and as many as modules need that know more of it.
 *
 * @param today in the municipalities, `YYYY-MM-DD`
 */
export async function readDuties(
  tx: DatabaseTransaction,
  municipalityId: string,
  today: string,
): Promise<DutyTime[]> {
  const rules = [...(await findNationalRules(tx)), ...(await findOwnRules(tx, municipalityId))]
  const marks = Map.groupBy(await findMarks(tx, municipalityId), ({ duty }) => duty)
  const network = await findNetwork(tx, municipalityId)
  const times: DutyTime[] = []
  for (const [key, own] of Map.groupBy(rules, (rule) => rule.key)) {
    const said = marks.get(key) ?? []
    const nextDue = await askNextDue(own.at(-1)?.kind ?? '', tx, municipalityId, today)
    for (const occasion of occasionsOf(own, today, { done: doneTimes(said), nextDue })) {
      const of = said.filter(({ period }) => period === occasion.period)
      if (occasion.rule.performer === 'institution') {
        times.push(ofInstitutions(occasion, of, askedOf(network, occasion, today), today))
        continue
      }
      const ofIt = of.filter(({ institutionId }) => institutionId === null)
      const { period, dueOn } = occasion
      const evidence = await askEvidence(occasion.rule.kind, tx, municipalityId, { period, dueOn, today })
      times.push({
        ...occasion,
        ...standingOf(occasion, ofIt, evidence, today),
        said: ofIt,
        institutions: null,
      })
    }
  }
  return times.toSorted(byTime)
}

/** Times of a municipality's duty that are done, by what people have said. */
function doneTimes(said: readonly Mark[]) {
  const ofIt = said.filter(({ institutionId }) => institutionId === null)
  return [...Map.groupBy(ofIt, ({ period }) => period)].flatMap(([period, some]) => {
    const newest = some.at(-1)
    return newest?.kind === 'done' && newest.doneOn !== null ? [{ period, on: newest.doneOn }] : []
  })
}

type Network = Awaited<ReturnType<typeof findNetwork>>

/**
 * Institutions that have a duty: the municipality's own that were there on its day, or are there today where that is yet
 * to come, and of the kinds that it is for. One of which nobody states the founder or the kind has it.
 */
export function askedOf(network: Network, { rule, dueOn }: Occasion, today: string): Institution[] {
  const day = dueOn === null || dueOn > today ? today : dueOn
  return institutionsOn(network, day)
    .there.filter(({ version: { founder } }) => founder.kind === null || founder.kind === 'municipality')
    .filter(({ version: { type } }) => isOfKind(rule, type?.code))
    .map(({ institution }) => institution)
}

const isOfKind = ({ institutionTypes }: DutyRule, type: string | undefined) =>
  institutionTypes.length === 0 || type === undefined || institutionTypes.includes(type)

const NO_EVIDENCE = { missing: [], doneOn: null, address: null }

function ofInstitutions(
  occasion: Occasion,
  said: readonly Mark[],
  asked: readonly Institution[],
  today: string,
): DutyTime {
  const institutions = asked.map((institution) => ({
    ...standingOf(
      occasion,
      said.filter(({ institutionId }) => institutionId === institution.id),
      NO_EVIDENCE,
      today,
    ),
    id: institution.id,
    key: institution.key,
    name: institutionNear(institution, occasion.dueOn ?? today).name,
  }))
  const isDone = institutions.length > 0 && institutions.every(isSettled)
  const { standing } = standingOf(occasion, [], NO_EVIDENCE, today)
  return {
    ...occasion,
    standing: isDone ? 'done' : standing,
    doneOn: isDone ? lastOf(institutions) : null,
    mark: null,
    missing: [],
    address: null,
    said: [],
    institutions,
  }
}

const lastOf = (institutions: readonly InstitutionStood[]) =>
  institutions
    .flatMap(({ doneOn }) => doneOn ?? [])
    .toSorted()
    .at(-1) ?? null

const GROUPS: readonly (readonly Standing[])[] = [
  ['overdue'],
  ['near'],
  ['undated'],
  ['later'],
  ['done', 'notApplicable'],
]

function byTime(a: DutyTime, b: DutyTime): number {
  const groupOf = ({ standing }: DutyTime) => GROUPS.findIndex((group) => group.includes(standing))
  const [one, other] = [a.dueOn ?? a.doneOn ?? '', b.dueOn ?? b.doneOn ?? '']
  return groupOf(a) - groupOf(b) || (one < other ? -1 : one > other ? 1 : 0)
}
