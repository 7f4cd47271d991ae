/** Tables of which every revision is kept, with what tells their rows apart. */
export const OBSERVATION = { table: 'indicators.observation', key: ['series_id', 'period'] } as const
export const TARGET = {
  table: 'indicators.target',
  key: ['target_set_id', 'series_id', 'target_year'],
} as const
