import { defineModule } from '#platform/module.ts'
import { municipalityList } from './api/municipality-list.server.ts'
import { surveyList } from './api/survey-list.server.ts'
import { searchedPortal } from './searched.server.ts'
import { portalTexts } from './texts/index.ts'

export const portal = defineModule({
  name: 'portal',
  texts: portalTexts,
  menu: [
    { address: '', label: 'portal.menu.overview', position: 10 },
    { address: '/parskati', label: 'portal.menu.reports', position: 70 },
  ],
  publicPages: { country: ['/mana-iestade', '/metodes', '/atvertie-dati', '/pieklustamiba', '/par'] },
  searched: searchedPortal,
  api: [municipalityList, surveyList],
})
