import { defineModule } from '#platform/module.ts'
import { aboutInstitution } from './about-institution.server.ts'
import { indicatorsCapabilities } from './capabilities.ts'
import { checkIndicatorRows } from './check-rows.ts'
import { keepCovers } from './cover/keep.server.ts'
import { inventIndicators } from './demonstrate.server.ts'
import { editedIndicatorTables } from './edits/edited-tables.ts'
import { indicatorExamples } from './examples.ts'
import { indicatorFamily } from './family.server.ts'
import { generateIndicators } from './generate.ts'
import { importIndicators } from './import.service.server.ts'
import { keepVerdicts } from './keep-verdicts.server.ts'
import { findIndicatorNames } from './lookup-store.server.ts'
import { indicatorsReach } from './reach.server.ts'
import { searchedIndicators } from './searched.server.ts'
import { indicatorSheets } from './sheets.ts'
import { findCurrentTargetSet } from './store.server.ts'
import { indicatorsTexts } from './texts/index.ts'

export const indicators = defineModule({
  name: 'indicators',
  texts: indicatorsTexts,
  capabilities: indicatorsCapabilities,
  reach: indicatorsReach,
  loads: [
    {
      dataset: 'municipality',
      sheets: indicatorSheets,
      examples: indicatorExamples,
      check: checkIndicatorRows,
      write: importIndicators,
      capability: 'indicators.edit',
      guarded: {
        capability: 'indicators.unprotected.read',
        cells: {
          observations: [
            'number',
            'numerator',
            'denominator',
            'share',
            'distribution',
            'n',
            'interval_low',
            'interval_high',
            'standard_error',
            'printed',
          ],
        },
      },
    },
  ],
  edited: editedIndicatorTables,
  family: indicatorFamily,
  aboutInstitution,
  searched: searchedIndicators,
  keeps: [
    { name: 'covers', keep: keepCovers },
    { name: 'verdicts', keep: keepVerdicts },
  ],
  publicPages: {
    municipality: async (tx, id) => {
      const catalogue = await findCurrentTargetSet(tx, id)
      const names = catalogue === undefined ? [] : await findIndicatorNames(tx, id, catalogue)
      return names.map(({ code }) => `/raditaji/${code}`)
    },
  },
  menu: [{ address: '/raditaji', label: 'indicators.menu', position: 30 }],
  generates: { sheets: generateIndicators },
  demonstrates: inventIndicators,
})
