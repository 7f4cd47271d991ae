import type { ExamplesOf } from '#platform/import/examples.ts'
import type { accountabilitySheets } from './sheets.ts'

/** How each of the room's files is written. */
export const accountabilityExamples: ExamplesOf<typeof accountabilitySheets> = {
  actionParties: {
    about: 'strategy.file.actionParties',
    rows: [
      {
        action: '1.1.1',
        code: 'd1',
        name_lv: 'Īpašumu pārvalde',
        name_en: 'Property department',
        part_lv: 'sagatavo telpas',
        part_en: 'prepares the rooms',
      },
    ],
  },
  actionMilestones: {
    about: 'strategy.file.actionMilestones',
    rows: [
      {
        action: '1.1.1',
        code: 's1',
        kind: 'milestone',
        title_lv: 'Telpas ir izvēlētas',
        title_en: 'The rooms have been chosen',
        due_on: '2026-06-30',
      },
    ],
  },
  actionFunding: {
    about: 'strategy.file.actionFunding',
    rows: [{ action: '1.1.1', code: 'f1', fund: 'municipality', year: '2026', planned: '120000' }],
  },
  actionWorks: {
    about: 'strategy.file.actionWorks',
    rows: [
      {
        action: '1.1.1',
        code: 'b1',
        institution: 'paraugskola',
        works: 'sanitary',
        title_lv: 'Divu grupu sanitārie mezgli',
        title_en: 'Sanitary facilities of two groups',
        state: 'planned',
        ends_on: '2027-08-31',
      },
    ],
  },
  risks: {
    about: 'strategy.file.risks',
    rows: [
      {
        code: 'K1',
        position: '1',
        title_lv: 'Trūkst pirmsskolas skolotāju',
        title_en: 'Preschool teachers are lacking',
        likelihood: 'high',
        impact: 'high',
        state: 'open',
        mitigation_lv: 'Stipendijas studentiem',
        mitigation_en: 'Scholarships for students',
      },
    ],
  },
  riskLinks: {
    about: 'strategy.file.riskLinks',
    rows: [
      { code: 'K1-1.1.1', risk: 'K1', action: '1.1.1' },
      { code: 'F1-M1', factor: 'F1', goal: 'M1' },
    ],
  },
  nationalLinks: {
    about: 'strategy.file.nationalLinks',
    rows: [{ code: 'M1-IAP2027-3', goal: 'M1', plan: 'IAP2027', national_goal: '3' }],
  },
}
