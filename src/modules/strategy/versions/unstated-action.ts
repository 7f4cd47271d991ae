/** An action of which nothing more is stated: the same columns as those that files bring. */
export const UNSTATED_ACTION = {
  official_lv: null,
  official_en: null,
  deliverable_lv: null,
  deliverable_en: null,
  responsible: null,
  involved: null,
  funding: null,
  starts_on: null,
  due_on: null,
  source_id: null,
  locator: null,
  ended_on: null,
  end_reason_lv: null,
  end_reason_en: null,
  merged_into: null,
  continues: null,
} as const
