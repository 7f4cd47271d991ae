/** Tables whose rows are changed in place, with what tells their rows apart. */
export const BASELINE = { table: 'indicators.baseline', key: ['target_set_id', 'series_id'] } as const
export const SERIES = { table: 'indicators.series', key: ['catalogue', 'key'], hasId: true } as const
