import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findCallForm } from '../calls/call-store.server.ts'
import type { Asked } from '../form/asked.server.ts'
import type { Answers } from '../model.ts'
import { lastYearOf } from './earlier.ts'
import { stepsOf } from './steps.ts'
import { findCheckResults, findDecisions, findFirstEdit, findHandingIns } from './steps-store.server.ts'
import { findEarlier, findValues } from './value-store.server.ts'

const NOTHING: Answers = new Map()

/**
 * What an institution has handed in, for looking it over: a version with the one before it, last year's answers, what
 * checks said, and every step with who took it. Eight statements.
 *
 * @param version which one; the last where there is no such version
 */
export async function readReview(tx: DatabaseTransaction, asked: Asked, version: number) {
  const { municipalityId, call, institution, submission } = asked
  const { id } = submission
  const form = await findCallForm(tx, municipalityId, call.id)
  const handed = await findHandingIns(tx, municipalityId, id)
  const decisions = await findDecisions(tx, municipalityId, id)
  const shown = handed.find((one) => one.version === version) ?? handed.at(-1)
  const earlier = await findEarlier(tx, municipalityId, {
    institutionId: institution.id,
    elementIds: form.elements.map(({ elementId }) => elementId),
  })
  const values = (of: number) => (of > 0 ? findValues(tx, municipalityId, id, of) : NOTHING)
  const typed = await findFirstEdit(tx, municipalityId, id)
  const steps = stepsOf({ call, submission, typed, handed, decisions })
  const people = [...steps.flatMap(({ accountId }) => accountId ?? []), call.responsibleId ?? '']
  return {
    form,
    /** Every version, and the one that is shown; none while nothing was handed in. */
    versions: handed.map((one) => one.version),
    shown,
    answers: await values(shown?.version ?? 0),
    before: shown && shown.version > 1 ? await values(shown.version - 1) : undefined,
    last: lastYearOf(earlier, call.period),
    results: shown ? await findCheckResults(tx, municipalityId, id, shown.version) : [],
    /** What is to be mended in the version that is shown, as it was decided last. */
    remarks: decisions.filter((one) => one.version === shown?.version).at(-1)?.remarks ?? [],
    steps,
    names: await findAccountNames(tx, municipalityId, people),
  }
}
