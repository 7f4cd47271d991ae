/** Words that stand everywhere and tell nothing of what is looked for, folded. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'un vai par ar no uz pie bez ir ka kas ko kam kur cik kads kada kadi kadas lai pec pirms starp sis si tas ta to ja es',
    'the a an of in on at to for and or is are what how many which who where about with by from my our',
  ]
    .join(' ')
    .split(' '),
)
