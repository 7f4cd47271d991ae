import { defineModule, type WorkMenuEntry } from '#platform/module.ts'
import { accessReach } from './reach.server.ts'
import { accessTexts } from './texts/index.ts'

/** The same pages for a municipality and for the country. */
const menu: readonly WorkMenuEntry[] = [
  {
    address: '/tiesibas',
    label: 'access.menu.grants',
    position: 80,
    group: 'people',
    capabilities: ['platform.grant.read'],
  },
  {
    address: '/zurnals',
    label: 'access.menu.journal',
    position: 90,
    group: 'people',
    capabilities: ['platform.journal.read'],
  },
]

export const access = defineModule({
  name: 'access',
  texts: accessTexts,
  reach: accessReach,
  tasks: { 'access.left': { todo: 'access.left.todo' } },
  workMenu: menu,
  countryMenu: menu,
})
