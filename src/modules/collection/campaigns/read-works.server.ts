import type { InstitutionVersion } from '#modules/registry'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findCall, findCallForm } from '../calls/call-store.server.ts'
import type { CallElement, DataCall, SubmissionState } from '../model.ts'
import { unexpectedOf } from '../monitoring/completeness.ts'
import { readMonitored } from '../monitoring/read-completeness.server.ts'
import { findHandedIn } from './campaign-store.server.ts'
import { type InstitutionWorks, totalsOf, type WorksResult, worksOf } from './works-result.ts'

/** An institution that is asked, and what it has handed in. */
export type AskedWorks = {
  key: string
  institution: InstitutionVersion
  state: SubmissionState
  /** Null until it has handed in; also while what it handed in is with it again to be mended. */
  works: InstitutionWorks | null
}

/** A list of works with where everybody stands. */
export type Campaign = {
  call: DataCall
  list: CallElement
  result: WorksResult
  institutions: readonly AskedWorks[]
}

/** The list among what a campaign asks; undefined where it asks something else. */
export const listIn = (elements: readonly CallElement[]): CallElement | undefined =>
  elements.find(({ kind }) => kind === 'table')

/**
 * A campaign over all institutions, for whoever reads them in the whole municipality; undefined where there is none of
 * that key. Who counts as asked is told as monitoring tells it.
 */
export async function readCampaign(
  tx: DatabaseTransaction,
  municipalityId: string,
  key: string,
  now: Date,
): Promise<Campaign | undefined> {
  const call = await findCall(tx, municipalityId, key)
  if (call?.kind !== 'campaign') return undefined
  const list = listIn((await findCallForm(tx, municipalityId, call.id)).elements)
  if (!list) return undefined
  const asked = (await readMonitored(tx, municipalityId, [call], now)).get(call.id) ?? []
  const expected = asked.filter((one) => unexpectedOf(one) === null)
  const handedIn = expected.filter(({ state }) => state === 'submitted' || state === 'accepted')
  const versions = new Map(handedIn.map(({ submissionId, version }) => [submissionId, version]))
  const answers = await findHandedIn(tx, municipalityId, versions)
  const institutions = expected.map(({ submissionId, institutionId, key: own, institution, state }) => {
    const given = answers.get(submissionId)
    return { key: own, institution, state, works: given ? worksOf(institutionId, given, list) : null }
  })
  const works = institutions.flatMap((one) => one.works ?? [])
  return { call, list, result: totalsOf(list.rows, works, expected.length), institutions }
}
