import type { EditedTable } from '#platform/editing/edited-tables.ts'

/** What the history says of elements. */
export const editedCallTables: Readonly<Record<string, EditedTable>> = {
  'collection.element': {
    key: ['key'],
    hasId: true,
    stream: 'figures',
    name: 'collection.element',
    labels: {
      name_lv: 'collection.element.nameLv',
      name_en: 'collection.element.nameEn',
      help_lv: 'collection.element.helpLv',
      help_en: 'collection.element.helpEn',
      kind: 'collection.element.kind',
      unit: 'collection.element.unit',
      computed: 'collection.element.computed',
      is_minimum: 'collection.element.isMinimum',
      reason_lv: 'collection.element.reasonLv',
      reason_en: 'collection.element.reasonEn',
      is_about_people: 'collection.element.isAboutPeople',
      register: 'collection.element.register',
    },
  },
}
