import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import { choice, day, line } from '#platform/editing/fields.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { isPlainPart, STANCES, type Voice, writeVoices } from '../voices.ts'

/** So many empty rows stand below those that are filled in. */
const SPARE = 4
const MOST = 40
/** Names and roles are short; what is remarked may be a paragraph. */
const LONGEST_NAME = 120
const LONGEST_REMARK = 1000

const name = (row: number, part: 'account' | 'who' | 'stance' | 'remark') => `voice.${row}.${part}`

/** How many rows there are for those who said something. */
export const voiceRows = (voices: readonly Voice[]) => Math.min(voices.length + SPARE, MOST)

/** Who decided, when they met, and how each of them stood to it. */
export function meetingFields(
  rows: number,
  { accounts, isRequired }: { accounts: readonly Option[]; isRequired: boolean },
): EditField[] {
  const fields: EditField[] = [
    day('decided_on', 'strategy.edit.decidedOn', { isRequired, hint: 'strategy.edit.decidedOn.hint' }),
    line('decided_by_lv', 'strategy.edit.decidedByLv', { isRequired, hint: 'strategy.edit.decidedBy.hint' }),
    line('decided_by_en', 'strategy.edit.decidedByEn'),
  ]
  for (let row = 1; row <= rows; row += 1) {
    const labelValues = { number: String(row) }
    const own: EditField[] = []
    if (accounts.length > 0) {
      own.push(choice(name(row, 'account'), 'strategy.edit.voice.account', accounts, { labelValues }))
    }
    own.push(
      line(name(row, 'who'), 'strategy.edit.voice.who', { labelValues, maximumLength: LONGEST_NAME }),
      choice(
        name(row, 'stance'),
        'strategy.edit.voice.stance',
        STANCES.map((value) => ({ value, label: `strategy.voice.${value}` as const })),
        { labelValues },
      ),
      line(name(row, 'remark'), 'strategy.edit.voice.remark', { labelValues, maximumLength: LONGEST_REMARK }),
    )
    // One empty row is at hand, the others when they are asked for: a form of forty fields is none on a phone.
    const isAtHand = row <= Math.max(rows - SPARE, 0) + 1
    fields.push(
      ...(isAtHand ? own : own.map((one) => ({ ...one, foldedUnder: 'strategy.edit.voice.more' as const }))),
    )
  }
  return fields
}

/** Voices as they are typed. */
export function typedVoices(voices: readonly Voice[], rows: number): Typed {
  const typed: Record<string, string> = {}
  for (let row = 1; row <= rows; row += 1) {
    const voice = voices[row - 1]
    typed[name(row, 'who')] = voice?.who ?? ''
    typed[name(row, 'stance')] = voice?.stance ?? ''
    typed[name(row, 'remark')] = voice?.remark ?? ''
  }
  return typed
}

/**
 * Reads the rows of those who said something; a row with nothing in it says nothing. Whoever is chosen by an
 * account is called as it is; the account itself is not kept beside what everybody reads.
 */
export function readVoiceRows(
  typed: Typed,
  rows: number,
  accounts: readonly Option[],
): { voices: string | null; complaints: Record<string, Complaint[]> } {
  const voices: Voice[] = []
  const complaints: Record<string, Complaint[]> = {}
  for (let row = 1; row <= rows; row += 1) {
    const [account, written, stance, remark] = (['account', 'who', 'stance', 'remark'] as const).map((part) =>
      (typed[name(row, part)] ?? '').trim(),
    ) as [string, string, string, string]
    const who = written === '' ? nameOf(accounts, account) : written
    if (who === '' && stance === '' && remark === '') continue
    if (who === '') complaints[name(row, 'who')] = [{ reason: 'strategy.edit.voice.nobody' }]
    if (stance === '') complaints[name(row, 'stance')] = [{ reason: 'strategy.edit.voice.noStance' }]
    if (!isPlainPart(who)) complaints[name(row, 'who')] = [{ reason: 'strategy.edit.voice.form' }]
    if (!isPlainPart(remark)) complaints[name(row, 'remark')] = [{ reason: 'strategy.edit.voice.form' }]
    const known = STANCES.find((one) => one === stance)
    if (known) voices.push({ who, stance: known, remark: remark === '' ? null : remark })
  }
  return { voices: writeVoices(voices), complaints }
}

function nameOf(accounts: readonly Option[], account: string): string {
  const label = accounts.find(({ value }) => value === account)?.label
  return typeof label === 'object' ? label.lv : ''
}
