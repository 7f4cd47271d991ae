import { createHash } from 'node:crypto'
import type { CallForm } from '../model.ts'

/** What a workbook says about itself to the program. */
export type Stamp = {
  municipality: string
  call: string
  institution: string
  /** Of the form as it was when the workbook was made. */
  form: string
  /** Number of the newest edit that is in it; 0 where nothing had been typed. */
  edit: number
}

/** The tab on which it stands, seen by nobody. */
export const STAMP_TAB = 'izaugsme'
const MARK = 'izaugsme.collection.form'

/** A form by what it asks and checks: one that differs in anything that matters to a workbook has another. */
export const versionOfForm = (form: CallForm): string =>
  createHash('sha256')
    .update(JSON.stringify([form.elements.map(asked), form.checks]))
    .digest('hex')
    .slice(0, 16)

/** Without what a call may still say otherwise after it has opened. */
const asked = ({ help, reason, reuse, register, section, ...element }: CallForm['elements'][number]) =>
  element

export const stampRows = (stamp: Stamp): string[][] => [
  ['mark', MARK],
  ...Object.entries(stamp).map(([key, value]) => [key, String(value)]),
]

/** The stamp of a workbook; undefined where there is none of ours. */
export function readStamp(rows: readonly (readonly string[])[]): Stamp | undefined {
  const said = new Map(rows.map(([key = '', value = '']) => [key, value]))
  const edit = Number(said.get('edit'))
  if (said.get('mark') !== MARK || !Number.isInteger(edit) || edit < 0) return undefined
  const of = (key: keyof Stamp) => said.get(key) ?? ''
  return {
    municipality: of('municipality'),
    call: of('call'),
    institution: of('institution'),
    form: of('form'),
    edit,
  }
}
