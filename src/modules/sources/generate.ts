import { GENERATED_SOURCE, type Generates } from '#platform/generate/world.ts'

/** The one source of everything invented, which says so. */
export const generateSources: NonNullable<Generates['sheets']> = () => ({
  sources: [
    {
      key: GENERATED_SOURCE,
      title_lv: 'Izdomāti dati izmēģināšanai',
      title_en: 'Generated data for trying out',
      publisher: 'Izaugsme',
    },
  ],
})
