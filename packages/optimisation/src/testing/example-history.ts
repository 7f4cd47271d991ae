import type { EnrolmentHistory } from '../forecast/history.ts'

/** A worked example: three years of the grades K, 1 and 2. */
export const exampleHistory: EnrolmentHistory = {
  firstYear: 2021,
  grades: ['K', '1', '2'],
  pupils: [
    [100, 90, 80],
    [110, 95, 88],
    [120, 99, 91],
  ],
}

/** Entries of the worked example for 2024 to 2026. */
export const exampleEntries = [125, 130, 128]
