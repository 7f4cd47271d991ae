import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { findCall, findCallForm } from '../calls/call-store.server.ts'
import { fieldsOf } from '../form/fields.ts'
import type { CallElement, DataCall } from '../model.ts'
import { countAnswers, type ElementCount } from './asked-store.server.ts'
import {
  type Completeness,
  completenessOf,
  STANDINGS,
  type Standing,
  standingOf,
  unexpectedOf,
} from './completeness.ts'
import type { Monitored } from './expected.ts'
import { readMonitored } from './read-completeness.server.ts'

/** How an element was answered by those who have handed in: numbers of fields, of which a table has many. */
export type AnsweredElement = Omit<ElementCount, 'elementId'> & {
  key: string
  name: LocalText
  /** Fields that one institution fills in for it. */
  fields: number
  /** Fields left empty, which says nothing. */
  blank: number
}

/** Everything that monitoring of a call shows. */
export type Monitoring = {
  call: DataCall
  completeness: Completeness
  /** In the order in which somebody should look at them; those not expected at the end. */
  rows: Monitored[]
  elements: AnsweredElement[]
}

/** Where all institutions stand with a call; undefined where there is none that the reader may see. Seven statements. */
export async function readMonitoring(
  tx: DatabaseTransaction,
  municipalityId: string,
  key: string,
  now: Date,
): Promise<Monitoring | undefined> {
  const call = await findCall(tx, municipalityId, key)
  if (!call) return undefined
  const asked = (await readMonitored(tx, municipalityId, [call], now)).get(call.id) ?? []
  const { elements } = await findCallForm(tx, municipalityId, call.id)
  const given = asked.filter((row) => row.version > 0)
  const unexpected = given.filter((row) => unexpectedOf(row) !== null)
  const counts = await countAnswers(tx, municipalityId, call.id, {
    without: unexpected.map(({ submissionId }) => submissionId),
  })
  return {
    call,
    completeness: completenessOf(call, asked, now),
    rows: inOrder(call, asked, now),
    elements: answeredElements(elements, counts, given.length - unexpected.length),
  }
}

function inOrder(call: DataCall, rows: readonly Monitored[], now: Date): Monitored[] {
  const collator = new Intl.Collator('lv', { numeric: true })
  const placed = rows.map((row) => ({
    row,
    name: row.institution.name.lv,
    place: unexpectedOf(row) === null ? STANDINGS.indexOf(standingOf(call, row, now)) : STANDINGS.length,
  }))
  return placed.sort((a, b) => a.place - b.place || collator.compare(a.name, b.name)).map(({ row }) => row)
}

function answeredElements(
  elements: readonly CallElement[],
  counts: readonly ElementCount[],
  givers: number,
): AnsweredElement[] {
  const byElement = new Map(counts.map((count) => [count.elementId, count]))
  return elements.map((element) => {
    const { answered = 0, notApplicable = 0, notAvailable = 0 } = byElement.get(element.elementId) ?? {}
    const fields = fieldsOf([element]).length
    const blank = Math.max(0, fields * givers - answered - notApplicable - notAvailable)
    return { key: element.key, name: element.name, fields, answered, notApplicable, notAvailable, blank }
  })
}

/** Which rows are asked for, by where they stand and the code of their type. */
export type Chosen = { standing: Standing | 'unexpected' | null; type: string | null }

/** Rows that are asked for, and the types that there are among all of them. */
export function chooseRows(
  call: DataCall,
  rows: readonly Monitored[],
  { standing, type }: Chosen,
  now: Date,
) {
  const stands = (row: Monitored) => (unexpectedOf(row) === null ? standingOf(call, row, now) : 'unexpected')
  const chosen = rows.filter(
    (row) =>
      (standing === null || stands(row) === standing) && (!type || row.institution.type?.code === type),
  )
  const types = new Map(rows.flatMap(({ institution: { type: of } }) => (of ? [[of.code, of] as const] : [])))
  return { chosen, types: [...types.values()].sort((a, b) => a.position - b.position) }
}
