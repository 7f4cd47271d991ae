import type { Element } from '../model.ts'

/** An element as its table has it. */
export const elementRow = (element: Element) => ({
  id: element.id,
  key: element.key,
  name_lv: element.name.lv,
  name_en: element.name.en,
  help_lv: element.help?.lv ?? null,
  help_en: element.help?.en ?? null,
  kind: element.kind,
  unit: element.unit,
  choices: [...element.choices],
  rows: [...element.rows],
  columns: [...element.columns],
  computed: element.computed,
  is_minimum: element.isMinimum,
  reason_lv: element.reason?.lv ?? null,
  reason_en: element.reason?.en ?? null,
  is_about_people: element.isAboutPeople,
  register: element.register,
})

/** What a call keeps of an element: all of it but its id, which stands in a column of its own. */
export function definitionOf(element: Element): Omit<Element, 'id'> {
  const { key, name, help, kind, unit, choices, rows, columns, computed } = element
  const { isMinimum, reason, isAboutPeople, register } = element
  return {
    key,
    name,
    help,
    kind,
    unit,
    choices,
    rows,
    columns,
    computed,
    isMinimum,
    reason,
    isAboutPeople,
    register,
  }
}
