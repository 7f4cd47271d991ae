import { expect, test } from 'vitest'
import { checkSourceRows } from './check-rows.ts'

const written = (prepared_from: string | null, prepared_to: string | null) => ({
  sources: [
    {
      key: 'report',
      title_lv: 'Ziņojums',
      title_en: 'Report',
      publisher: null,
      prepared_from,
      prepared_to,
      states_data_to: null,
      url: null,
      line: 2,
    },
  ],
})

test('a source is not finished before it is begun', () => {
  expect(checkSourceRows(written('2025-10-01', '2025-10-01'))).toEqual([])
  expect(checkSourceRows(written(null, '2025-10-01'))).toEqual([])
  expect(checkSourceRows(written('2025-10-02', '2025-10-01'))).toEqual([
    {
      file: 'sources.csv',
      line: 2,
      column: 'prepared_to',
      reason: 'platform.import.order',
      values: { found: '2025-10-01', other: '2025-10-02' },
    },
  ])
})
