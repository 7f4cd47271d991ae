import { defineModule } from '#platform/module.ts'
import { pagesOfMenus } from './pages-of-menus.server.ts'
import { searchTexts } from './texts/index.ts'

export const search = defineModule({
  name: 'search',
  texts: searchTexts,
  searched: pagesOfMenus,
})
