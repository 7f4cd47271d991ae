import type { Random } from '#platform/generate/random.ts'
import { type Generates, invented, type SheetRow, type World } from '#platform/generate/world.ts'

type Kind = {
  type: string
  stage: string
  names: readonly (readonly [lv: string, en: string])[]
  lv: string
  en: string
  code: string
}

const TREES = [
  ['Bērzu', 'Birch'],
  ['Liepu', 'Linden'],
  ['Ozolu', 'Oak'],
  ['Kļavu', 'Maple'],
  ['Priežu', 'Pine'],
  ['Ievu', 'Bird Cherry'],
  ['Vītolu', 'Willow'],
  ['Kalna', 'Hill'],
  ['Upes', 'River'],
  ['Ezera', 'Lake'],
  ['Jūras', 'Sea'],
  ['Pļavas', 'Meadow'],
] as const
const PLAY = [
  ['“Saulīte”', '“Little Sun”'],
  ['“Pienenīte”', '“Dandelion”'],
  ['“Zīļuks”', '“Acorn”'],
  ['“Rūķītis”', '“Little Gnome”'],
  ['“Bitīte”', '“Little Bee”'],
  ['“Varavīksne”', '“Rainbow”'],
  ['“Sprīdītis”', '“Sprīdītis”'],
  ['“Mārīte”', '“Ladybird”'],
  ['“Cielaviņa”', '“Wagtail”'],
  ['“Kastanītis”', '“Little Chestnut”'],
] as const

/** In so many hundredths of all; what is left over are preschools. */
const KINDS: readonly (Kind & { share: number })[] = [
  {
    share: 22,
    type: 'basicSchool',
    stage: 'basic',
    names: TREES,
    lv: 'pamatskola',
    en: 'Basic School',
    code: '21011111',
  },
  {
    share: 20,
    type: 'secondarySchool',
    stage: 'secondary',
    names: TREES,
    lv: 'vidusskola',
    en: 'Secondary School',
    code: '31016011',
  },
  {
    share: 8,
    type: 'primarySchool',
    stage: 'primary',
    names: TREES,
    lv: 'sākumskola',
    en: 'Primary School',
    code: '11011111',
  },
  {
    share: 50,
    type: 'preschool',
    stage: 'preschool',
    names: PLAY,
    lv: 'pirmsskola',
    en: 'Preschool',
    code: '01011111',
  },
]

const STREETS = ['Skolas', 'Parka', 'Dārza', 'Stacijas', 'Baznīcas', 'Meža', 'Lauku', 'Raiņa'] as const

/** Institutions with a building and a programme each. */
export const generateInstitutions: NonNullable<Generates['sheets']> = (world, random) => {
  const all = Array.from({ length: world.institutions }, (_, index) => makeInstitution(index, world, random))
  return {
    institutions: all.map(({ institution }) => institution),
    institutionSites: all.map(({ site }) => site),
    institutionProgrammes: all.map(({ programme }) => programme),
  }
}

function makeInstitution(index: number, { municipality, institutions }: World, random: Random) {
  const kind = kindOf((100 * (index + 0.5)) / institutions)
  const [lv, en] = kind.names[index % kind.names.length] ?? ['', '']
  const round = Math.floor(index / kind.names.length)
  const number = round === 0 ? '' : `${round + 1}. `
  const englishNumber = round === 0 ? '' : ` No. ${round + 1}`
  const key = `${kind.type.toLowerCase()}-${index + 1}`
  const isPlay = kind.type === 'preschool'
  const place = municipality.name.lv
  const institution: SheetRow = {
    key,
    version: '1',
    name_lv: isPlay ? `${number}${kind.lv} ${lv}`.replace(/^./, upper) : `${lv} ${number}${kind.lv}`,
    name_en: `${isPlay ? `Preschool ${en}` : `${en} ${kind.en}`}${englishNumber}`,
    type: kind.type,
    founder_kind: 'municipality',
    founder_lv: place,
    founder_en: municipality.name.en,
    valid_from: `${random.whole(1950, 2010)}-09-01`,
    ...invented,
  }
  const site: SheetRow = {
    institution: key,
    key: 'galvena',
    name_lv: 'Galvenā ēka',
    name_en: 'Main building',
    address: `${random.pick(STREETS)} iela ${random.whole(1, 60)}, ${place}`,
    ...invented,
  }
  const programme: SheetRow = {
    institution: key,
    key: kind.stage,
    site: 'galvena',
    code: kind.code,
    name_lv: 'Izglītības programma',
    name_en: 'Education programme',
    stage: kind.stage,
    ...invented,
  }
  return { institution, site, programme }
}

const upper = (letter: string) => letter.toLocaleUpperCase('lv')

function kindOf(hundredth: number): Kind {
  let upTo = 0
  for (const kind of KINDS) {
    upTo += kind.share
    if (hundredth <= upTo) return kind
  }
  throw new RangeError('kindOf: beyond all')
}
