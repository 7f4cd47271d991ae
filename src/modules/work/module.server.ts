import { defineModule } from '#platform/module.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({ name: 'work', texts: workTexts })
