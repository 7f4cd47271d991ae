/** How plans and surveys write of institutions of a group, at the beginnings of Latvian words. */
const WORDS = {
  preschool: /(?<!\p{L})pirmsskol/iu,
  school: /(?<!\p{L})(?:skol(?!ot)|pamatskol|sākumskol|vidusskol|ģimnāzij|klašu)/iu,
  vocational: /(?<!\p{L})(?:profesionāl\p{L}* izglītīb|tehnikum|koledž)/iu,
  higher: /(?<!\p{L})(?:augstskol|augstāk\p{L}* izglītīb|universitāt)/iu,
  interest: /(?<!\p{L})interešu izglītīb/iu,
  method: /(?<!\p{L})metodisk/iu,
} as const
type Group = keyof typeof WORDS

/** Groups of institutions that texts write of, by the types in the register of the country. */
const GROUPS: Readonly<Record<string, Group>> = {
  preschool: 'preschool',
  primarySchool: 'school',
  basicSchool: 'school',
  secondarySchool: 'school',
  stateGymnasium: 'school',
  specialSchool: 'school',
  developmentCentre: 'school',
  vocationalSchool: 'vocational',
  college: 'vocational',
  university: 'higher',
  interestEducationCentre: 'interest',
  methodCentre: 'method',
}

/** Heads of all that the municipality runs are asked and written of together. */
const HEADS = /iestāžu vadītāj/iu
const RUN_BY_OTHERS: readonly string[] = ['vocationalSchool', 'college', 'university']

/** Whether a Latvian text writes of institutions of a type; false of a type that is not known. */
export function writesOfType(text: string, type: string | null): boolean {
  const group = type === null ? undefined : GROUPS[type]
  return group !== undefined && WORDS[group].test(text)
}

/** Whether people of institutions of a type are among those that a group of people is called after. */
export const peopleOfType = (label: string, type: string | null): boolean =>
  writesOfType(label, type) || (type !== null && !RUN_BY_OTHERS.includes(type) && HEADS.test(label))
