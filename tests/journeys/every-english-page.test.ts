import { twinOf } from '../pages/page-table.ts'
import { askEveryPage } from './ask-every-page.ts'

askEveryPage(twinOf)
