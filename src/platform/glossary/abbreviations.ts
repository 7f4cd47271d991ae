import type { LocalText } from '../texts/text.ts'
import type { Abbreviation } from './entry.ts'

const CONCEPT: LocalText = {
  lv: 'Liepājas izglītības koncepcijas 2020.–2025. gadam izvērtējums, saīsinājumu saraksts',
  en: 'Evaluation of the education strategy of Liepāja 2020–2025, list of abbreviations',
}
const LAW: LocalText = {
  lv: 'Izglītības likums un iestādes oficiālais nosaukums',
  en: 'Education Law and the official name of the body',
}
const USUAL: LocalText = { lv: 'vispārpieņemts saīsinājums', en: 'in general use' }

const one = (
  short: string,
  lv: string,
  en: string,
  source: LocalText,
  more: Partial<Abbreviation> = {},
): Abbreviation => ({ id: idOf(short), kind: 'abbreviation', short, stands: { lv, en }, source, ...more })

const idOf = (short: string) => short.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

const LIEPAJA = { municipality: 'liepaja' }

/** What letters on the pages stand for; what only one municipality uses is marked as its own. */
export const ABBREVIATIONS: readonly Abbreviation[] = [
  one('API', 'lietojumprogrammas saskarne', 'application programming interface', USUAL, {
    meaning: {
      lv: 'Adreses, no kurām citas programmas saņem datus.',
      en: 'Addresses from which other programs get data.',
    },
  }),
  one('CSV', 'ar komatiem atdalītas vērtības', 'comma-separated values', USUAL, {
    meaning: {
      lv: 'Tabulas fails, ko atver izklājlapu programmas.',
      en: 'A file with a table, opened by spreadsheets.',
    },
  }),
  one('CSP', 'Centrālā statistikas pārvalde', 'Central Statistical Bureau', LAW),
  one('EMU', 'avots neatšifrē', 'not spelt out by the source', CONCEPT, {
    ...LIEPAJA,
    meaning: {
      lv: 'Rīcības plānā minēta “EMU skola”; ko nozīmē burti, dokumentā nav teikts.',
      en: 'The action plan mentions “EMU skola” (EMU school); the document does not say what the letters stand for.',
    },
  }),
  one('ESF', 'Eiropas Sociālais fonds', 'European Social Fund', CONCEPT),
  one(
    'IAMAC',
    'Izglītības attīstības un metodiskā atbalsta centrs',
    'Centre for Educational Development and Methodological Support',
    CONCEPT,
    LIEPAJA,
  ),
  one('IKVD', 'Izglītības kvalitātes valsts dienests', 'State Education Quality Service', CONCEPT),
  one('IZM', 'Izglītības un zinātnes ministrija', 'Ministry of Education and Science', CONCEPT),
  one('KP', 'konkurētspējas priekšrocība', 'competitive advantage', CONCEPT, {
    ...LIEPAJA,
    meaning: {
      lv: 'Tā Liepājas koncepcija sauc savus četrus augstākos mērķus: KP1–KP4.',
      en: 'What the strategy of Liepāja calls its four highest goals: KP1–KP4.',
    },
  }),
  one('LBJC', 'Liepājas Bērnu un jaunatnes centrs', 'Liepāja Children and Youth Centre', CONCEPT, LIEPAJA),
  one('LIP', 'Liepājas Izglītības pārvalde', 'Liepāja Education Department', CONCEPT, LIEPAJA),
  one('MIKC', 'mākslu izglītības kompetences centrs', 'competence centre of arts education', CONCEPT),
  one('MK', 'Ministru kabinets', 'Cabinet of Ministers', CONCEPT),
  one('OCE', 'obligātie centralizētie eksāmeni', 'compulsory centralised exams', CONCEPT, {
    meaning: {
      lv: 'OCE indekss ir obligāto centralizēto eksāmenu rezultātu indekss.',
      en: 'The OCE index is an index of the results of compulsory centralised exams.',
    },
  }),
  one('PII', 'pirmsskolas izglītības iestāde', 'preschool', CONCEPT),
  one(
    'PIKC',
    'profesionālās izglītības kompetences centrs',
    'competence centre of vocational education',
    CONCEPT,
  ),
  one('PMP', 'priekšlaicīga mācību pārtraukšana', 'early leaving from education', CONCEPT),
  one('RTU', 'Rīgas Tehniskā universitāte', 'Riga Technical University', CONCEPT),
  one(
    'STEAM',
    'zinātne, tehnoloģijas, inženierzinātnes, māksla un matemātika',
    'science, technology, engineering, arts and mathematics',
    CONCEPT,
  ),
  one(
    'STEM',
    'zinātne, tehnoloģijas, inženierzinātnes un matemātika',
    'science, technology, engineering and mathematics',
    CONCEPT,
  ),
  one('VIAA', 'Valsts izglītības attīstības aģentūra', 'State Education Development Agency', LAW),
  one('VIIS', 'Valsts izglītības informācijas sistēma', 'State Education Information System', LAW),
  one('VISC', 'Valsts izglītības satura centrs', 'National Centre for Education', LAW),
  one(
    'ZIIC',
    'Zinātnes un izglītības inovāciju centrs',
    'Science and Education Innovation Centre',
    CONCEPT,
    LIEPAJA,
  ),
]
