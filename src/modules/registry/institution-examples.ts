import type { ExamplesOf } from '#platform/import/examples.ts'
import type { institutionSheets } from './institution-sheets.ts'

/** How each file is written; together they can be loaded. */
export const institutionExamples: ExamplesOf<typeof institutionSheets> = {
  institutions: {
    about: 'registry.file.institutions',
    rows: [
      {
        key: 'paraugskola',
        version: '1',
        name_lv: 'Paraugskola',
        name_en: 'Sample School',
        founder_kind: 'municipality',
        valid_from: '2009-09-01',
        valid_to: '2025-09-01',
        end_reason_lv: 'Apvienota ar Jauno paraugskolu',
        end_reason_en: 'Merged with New Sample School',
      },
      {
        key: 'jauna-paraugskola',
        version: '1',
        name_lv: 'Jaunā paraugskola',
        name_en: 'New Sample School',
        founder_kind: 'municipality',
        valid_from: '2015-09-01',
      },
    ],
  },
  institutionSites: {
    about: 'registry.file.institutionSites',
    rows: [
      {
        institution: 'paraugskola',
        key: 'galvena',
        name_lv: 'Galvenā ēka',
        name_en: 'Main building',
        address: 'Skolas iela 1',
        valid_from: '2009-09-01',
      },
    ],
  },
  institutionProgrammes: {
    about: 'registry.file.institutionProgrammes',
    rows: [
      {
        institution: 'paraugskola',
        key: 'pamatizglitiba',
        site: 'galvena',
        code: '21011111',
        name_lv: 'Pamatizglītības programma',
        name_en: 'Basic education programme',
        stage: 'basic',
        valid_from: '2009-09-01',
      },
    ],
  },
  institutionSuccessors: {
    about: 'registry.file.institutionSuccessors',
    rows: [
      { institution: 'paraugskola', successor: 'jauna-paraugskola', kind: 'mergedInto', day: '2025-09-01' },
    ],
  },
}
