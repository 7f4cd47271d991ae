import type { EditedTable } from '#platform/editing/edited-tables.ts'

/** What the history says of a municipality's own duties. */
export const editedDutyTables: Readonly<Record<string, EditedTable>> = {
  'work.own_duty': {
    key: ['id'],
    stream: 'plan',
    name: 'work.duties.own.row',
    labels: {
      kind: 'work.duties.own.kind',
      name_lv: 'work.duties.own.nameLv',
      name_en: 'work.duties.own.nameEn',
      asks_lv: 'work.duties.own.asksLv',
      asks_en: 'work.duties.own.asksEn',
      performer: 'work.duties.own.performer',
      basis_lv: 'work.duties.own.basisLv',
      basis_en: 'work.duties.own.basisEn',
      link: 'work.duties.own.link',
      rhythm: 'work.duties.own.rhythm',
      due: 'work.duties.own.due',
      about: 'work.duties.own.about',
      valid_from: 'work.duties.own.validFrom',
      valid_to: 'work.duties.own.validTo',
    },
  },
}
