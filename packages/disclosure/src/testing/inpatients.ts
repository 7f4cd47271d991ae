import type { MicrodataRecord } from '../microdata/check-microdata.ts'

export const heart = 'heart disease'
export const viral = 'viral infection'

/** Records of patients by postcode, age and condition. */
export const inpatients = (rows: (readonly [string, string, string])[]) =>
  rows.map(([zip, age, condition]): MicrodataRecord => ({ zip, age, condition }))

/** What an outsider may know of them, and what nobody may learn. */
export const fields = { identifying: ['zip', 'age'], sensitive: ['condition'] }

/** Machanavajjhala et al. (2007), figures 2 and 3: the same twelve patients, coarsened in two ways. */
export const fourAnonymous = inpatients([
  ['130**', '< 30', heart],
  ['130**', '< 30', heart],
  ['130**', '< 30', viral],
  ['130**', '< 30', viral],
  ['1485*', '≥ 40', 'cancer'],
  ['1485*', '≥ 40', heart],
  ['1485*', '≥ 40', viral],
  ['1485*', '≥ 40', viral],
  ['130**', '3*', 'cancer'],
  ['130**', '3*', 'cancer'],
  ['130**', '3*', 'cancer'],
  ['130**', '3*', 'cancer'],
])
/** Four alike as well, and of each four three conditions. */
export const threeDiverse = inpatients([
  ['1305*', '≤ 40', heart],
  ['1305*', '≤ 40', viral],
  ['1305*', '≤ 40', 'cancer'],
  ['1305*', '≤ 40', 'cancer'],
  ['1485*', '> 40', 'cancer'],
  ['1485*', '> 40', heart],
  ['1485*', '> 40', viral],
  ['1485*', '> 40', viral],
  ['1306*', '≤ 40', heart],
  ['1306*', '≤ 40', viral],
  ['1306*', '≤ 40', 'cancer'],
  ['1306*', '≤ 40', 'cancer'],
])
