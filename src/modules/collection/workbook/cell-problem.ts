import type { Complaint } from '#platform/forms/form.ts'

/** What is wrong with a cell, by the name that the spreadsheet shows: `Dati!E7`. */
export type CellProblem = { cell: string; complaint: Complaint }
