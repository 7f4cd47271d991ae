import { askEveryPage } from './ask-every-page.ts'

askEveryPage((address) => address)
