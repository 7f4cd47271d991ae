import type { EditedTable } from '#platform/editing/edited-tables.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { keepAdopted } from './keep-adopted.server.ts'

const wordIn =
  <Value extends string>(values: readonly Value[], keyOf: (value: Value) => TextKey) =>
  (value: string): TextKey | undefined => {
    const known = values.find((one) => one === value)
    return known && keyOf(known)
  }

/** What the history says of a version and of what it proposes. */
export const editedVersionTables: Readonly<Record<string, EditedTable>> = {
  'strategy.version': {
    key: ['id'],
    stream: 'planning',
    settle: keepAdopted,
    name: 'strategy.versions.row',
    labels: {
      reason_lv: 'strategy.versions.reasonLv',
      reason_en: 'strategy.versions.reasonEn',
      decision_number: 'strategy.edit.decisionNumber',
      decided_on: 'strategy.decidedOn',
      minutes: 'strategy.edit.decisionMinutes',
      in_force_on: 'strategy.versions.inForceOn',
    },
  },
  'strategy.version_change': {
    key: ['version_id', 'target', 'code'],
    stream: 'planning',
    settle: keepAdopted,
    name: 'strategy.versions.row.change',
    labels: {
      kind: 'strategy.versions.kind',
      into_code: 'strategy.versions.into',
      fields: 'strategy.versions.words',
      reason_lv: 'strategy.versions.reasonLv',
      reason_en: 'strategy.versions.reasonEn',
    },
    words: {
      kind: wordIn(['keep', 'change', 'add', 'merge', 'end'], (one) => `strategy.versions.kind.${one}`),
    },
  },
}
