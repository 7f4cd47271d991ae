import { defineModule, type Module } from '#platform/module.ts'
import { municipalityFindingList } from './api/municipality-finding-list.server.ts'
import { findingsCapabilities } from './capabilities.ts'
import type { Family } from './family.ts'
import { findingsOnDesk } from './findings-on-desk.server.ts'
import type { Guided } from './guidance.ts'
import { keepFindings } from './keep.server.ts'
import { findingsPersonalData } from './personal-data.server.ts'
import { findingsReach } from './reach.server.ts'
import { searchedFindings } from './searched.server.ts'
import { findingsTexts } from './texts/index.ts'

declare module '#platform/module.ts' {
  interface Module {
    /** Its rules, and what they know of the things they find something in. */
    family?: Family
  }
}

/** The families of findings that the modules bring, in their order. */
export const familiesOf = (modules: readonly Module[]): Family[] =>
  modules.flatMap(({ family }) => family ?? [])

/** Kinds of things, besides rules, about which the modules say what to do. */
export const guidedOf = (modules: readonly Module[]): Guided[] =>
  modules.flatMap(({ guided }) => guided ?? [])

export const findings = defineModule({
  name: 'findings',
  texts: findingsTexts,
  capabilities: findingsCapabilities,
  reach: findingsReach,
  personalData: findingsPersonalData,
  keeps: (modules) => [
    { name: 'findings', keep: (db, keeping) => keepFindings(db, familiesOf(modules), keeping) },
  ],
  api: (modules) => [municipalityFindingList(familiesOf(modules))],
  edited: {
    'findings.guidance': {
      key: ['subject'],
      stream: 'figures',
      name: 'findings.guidance.todo',
      labels: { steps_lv: 'findings.guidance.stepsLv', steps_en: 'findings.guidance.stepsEn' },
    },
  },
  searched: searchedFindings(familiesOf),
  desk: findingsOnDesk,
  workMenu: [
    {
      address: '/atradumi',
      label: 'findings.queue.menu',
      position: 30,
      group: 'data',
      capabilities: ['findings.read'],
    },
  ],
  menu: [{ address: '/datu-kvalitate', label: 'findings.menu', position: 80 }],
})
