import type { LocalText } from '#platform/texts/text.ts'

/** Keys of the reports of the demonstration. */
export const EVALUATION_KEY = 'paraugs-izvertejums'
export const SUPERVISION_KEY = 'paraugs-uzraudziba'

/** Words that say of themselves that they are examples, for the first sections of a report. */
export const EXAMPLES: readonly LocalText[] = [
  {
    lv: 'Piemērs. Šeit pārvalde raksta, kā lasīt skaitļus: kas pa šo laiku ir mainījies un kas no tā izriet.\n\nPiemērs. Otra rindkopa, ko var rakstīt kāds cits: dažādas rindkopas saliek kopā.',
    en: 'An example. Here the department writes how to read the figures: what has changed meanwhile and what follows from it.\n\nAn example. A second paragraph, which somebody else may write: different paragraphs are put together.',
  },
  {
    lv: 'Piemērs. Šeit raksta to, ko dati nepasaka, piemēram, kāpēc darbība ir atlikta.',
    en: 'An example. Here stands what the data do not say, such as why an action was put off.',
  },
]
