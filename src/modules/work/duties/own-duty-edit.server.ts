import { v7 as uuidv7 } from 'uuid'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long, tick } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import {
  date,
  oneOf,
  optionalAnyAddress,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
} from '#platform/import/columns.ts'
import { refuse } from '#platform/refuse.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { fitsRhythm } from './due.ts'
import { DUTY_YEARS, OWN_DUTY_KINDS, PERFORMERS, RHYTHMS } from './duty.ts'
import { findOwnDuty, OWN_DUTIES } from './duty-store.server.ts'

const LINE = 300
const LONG = 2000

const columns = {
  kind: oneOf(OWN_DUTY_KINDS),
  name_lv: text,
  name_en: optionalText,
  asks_lv: optionalText,
  asks_en: optionalText,
  performer: oneOf(PERFORMERS),
  basis_lv: text,
  basis_en: optionalText,
  link: optionalAnyAddress,
  rhythm: oneOf(RHYTHMS),
  due: optionalText,
  about: optionalOneOf(DUTY_YEARS),
  valid_from: date,
  valid_to: optionalDate,
  account_id: optionalText,
}

/** One of a municipality's own duties, or a new one. Everybody reads it as soon as it is saved. */
export async function ownDutyEdit(tx: DatabaseTransaction, municipalityId: string, id: string | null) {
  const stored = id === null ? undefined : await findOwnDuty(tx, municipalityId, id)
  if (id !== null && !stored) refuse(404, 'platform.refused.absent')
  const holders = (await findAccountHolders(tx, municipalityId)).filter(({ endedOn }) => endedOn === null)
  const edit: Edit = {
    place: { municipalityId },
    capability: 'work.duty.edit',
    action: id === null ? 'duty.added' : 'duty.edited',
    subject: id ?? '+',
    stream: 'plan',
    isPublic: true,
    fields: [
      choice('kind', 'work.duties.own.kind', optionsOf('kind', OWN_DUTY_KINDS), {
        isRequired: true,
        hint: 'work.duties.own.kind.hint',
      }),
      line('name_lv', 'work.duties.own.nameLv', { isRequired: true, maximumLength: LINE }),
      line('name_en', 'work.duties.own.nameEn', { maximumLength: LINE, hint: 'work.duties.own.english' }),
      long('asks_lv', 'work.duties.own.asksLv', { maximumLength: LONG }),
      long('asks_en', 'work.duties.own.asksEn', { maximumLength: LONG }),
      choice('performer', 'work.duties.own.performer', optionsOf('performer', PERFORMERS), {
        isRequired: true,
      }),
      line('basis_lv', 'work.duties.own.basisLv', {
        isRequired: true,
        maximumLength: LINE,
        hint: 'work.duties.own.basis.hint',
      }),
      line('basis_en', 'work.duties.own.basisEn', { maximumLength: LINE }),
      line('link', 'work.duties.own.link', { hint: 'work.duties.own.link.hint', maximumLength: 700 }),
      choice('rhythm', 'work.duties.own.rhythm', optionsOf('rhythm', RHYTHMS), { isRequired: true }),
      line('due', 'work.duties.own.due', { hint: 'work.duties.own.due.hint', maximumLength: 12 }),
      choice('about', 'work.duties.own.about', optionsOf('about', DUTY_YEARS), {
        hint: 'work.duties.own.about.hint',
      }),
      day('valid_from', 'work.duties.own.validFrom', { isRequired: true }),
      day('valid_to', 'work.duties.own.validTo', { hint: 'work.duties.own.validTo.hint' }),
      choice(
        'account_id',
        'work.duties.own.account',
        holders.map(({ accountId, name }) => ({ value: accountId, label: { lv: name, en: name } })),
        { hint: 'work.duties.own.account.hint' },
      ),
      ...(id === null ? [] : [tick('withdrawn', 'work.duties.own.withdrawn')]),
    ],
    read: async (now) => {
      if (id === null) return { version: 0, values: {} }
      const row = await findOwnDuty(now, municipalityId, id)
      if (!row) return undefined
      const cells = Object.keys(columns).map((name) => [name, asTyped(row[name as keyof typeof columns])])
      const isWithdrawn = row.withdrawn_at ? { withdrawn: 'yes' } : {}
      return { version: row.revision, values: { ...Object.fromEntries(cells), ...isWithdrawn } }
    },
    write: async (now, change, typed) => {
      const row = id === null ? undefined : await findOwnDuty(now, municipalityId, id)
      if (row && typed.withdrawn === 'yes') {
        if (row.withdrawn_at) return undefined
        await withdraw(now, change, OWN_DUTIES, { ...row })
        change.counts.changed += 1
        return undefined
      }
      const read = readOwnDuty(typed)
      if ('complaints' in read) return read.complaints
      const before = row ? contentOf(row) : { id: uuidv7() }
      await revise(now, change, OWN_DUTIES, [{ ...before, ...read.cells, withdrawn_at: null } as never])
      return undefined
    },
  }
  return { edit, name: stored ? { lv: stored.name_lv, en: stored.name_en } : null }
}

/** What was typed, or everything that is wrong with it. */
export function readOwnDuty(typed: Typed) {
  const { values, complaints } = readCells(columns, { ...typed, due: monthDayOf(typed.due ?? '') })
  const { rhythm, due = null, valid_from, valid_to } = values
  const more: Complaints = {
    ...(rhythm && !fitsRhythm(rhythm, due)
      ? { due: [{ reason: `work.duties.own.due.${rhythm}` as const }] }
      : {}),
    ...(valid_from && valid_to && valid_to <= valid_from
      ? { valid_to: [{ reason: 'work.duties.own.validTo.early' as const }] }
      : {}),
  }
  const all = { ...more, ...complaints }
  if (Object.keys(all).length > 0) return { complaints: all }
  const { name_lv, name_en, basis_lv, basis_en } = values
  return {
    cells: { ...values, name_en: name_en ?? name_lv, basis_en: basis_en ?? basis_lv },
  }
}

/** `31.03.` and `31.03.2027.` as days are written in data. */
function monthDayOf(typed: string): string {
  const [, dayOf = '', month = '', year] =
    /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4})\.?)?$/.exec(typed.trim()) ?? []
  if (dayOf === '') return typed
  return [...(year ? [year] : []), month.padStart(2, '0'), dayOf.padStart(2, '0')].join('-')
}

const optionsOf = <Field extends 'kind' | 'performer' | 'rhythm' | 'about', Value extends string>(
  field: Field,
  values: readonly Value[],
) => values.map((value) => ({ value, label: `work.duties.${field}.${value}` as const }))
