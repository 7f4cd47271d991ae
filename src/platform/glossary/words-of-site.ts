import type { Entry } from './entry.ts'

/** Words that this site uses in one sense only. */
export const WORDS_OF_SITE: readonly Entry[] = [
  {
    id: 'raditajs',
    kind: 'site',
    term: { lv: 'rādītājs', en: 'indicator' },
    meaning: {
      lv: 'Tas, ko mēra, lai redzētu, vai stratēģija darbojas, piemēram, cik jauniešu pārtrauc mācības.',
      en: 'What is measured to see whether a strategy works, such as how many young people leave school early.',
    },
  },
  {
    id: 'rezultats',
    kind: 'site',
    term: { lv: 'rezultāts', en: 'result' },
    meaning: {
      lv: 'Tas, ko izmērīja. Vienam rādītājam var būt vairāki rezultāti, piemēram, atsevišķi skolās un pirmsskolās.',
      en: 'What was measured. An indicator may have several results, such as schools and preschools apart.',
    },
    seenAt: '/metodes#verdicts',
  },
  {
    id: 'baze',
    kind: 'site',
    term: { lv: 'bāze (bāzes vērtība)', en: 'baseline' },
    meaning: {
      lv: 'Skaitlis stratēģijas sākumā, no kura skaita izmaiņas.',
      en: 'The figure at the beginning of a strategy, from which changes are counted.',
    },
    stem: { lv: 'bāzes vērtīb', en: 'baseline' },
    seenAt: '/metodes#verdicts',
  },
  {
    id: 'sasniedzama-vertiba',
    kind: 'site',
    term: { lv: 'sasniedzamā vērtība', en: 'target' },
    meaning: {
      lv: 'Skaitlis, kas rezultātam jāsasniedz līdz noteiktam gadam. Nav tas pats, kas mērķis.',
      en: 'The figure that a result must reach by a given year. Not the same as a goal.',
    },
    stem: { lv: 'sasniedzam(?:ā|ās|o|ajai|ajām|ajās) vērtīb', en: 'target' },
    seenAt: '/metodes#verdicts',
  },
  {
    id: 'merkis',
    kind: 'site',
    term: { lv: 'mērķis', en: 'goal' },
    meaning: {
      lv: 'Ko stratēģija grib panākt, teikts vārdos. Cik tālu tas ir, rāda mērķa rādītāji.',
      en: 'What a strategy wants to achieve, said in words. How far it is, the indicators of the goal show.',
    },
  },
  {
    id: 'vertejums',
    kind: 'site',
    term: { lv: 'vērtējums', en: 'verdict' },
    meaning: {
      lv: 'Ko rāda rezultāta salīdzinājums ar sasniedzamo vērtību: sasniegts, nav sasniegts, virzās, kā plānots, vai nevar novērtēt.',
      en: 'What comparing a result with its target shows: met, missed, on track, or cannot be judged.',
    },
    seenAt: '/metodes#verdicts',
  },
  {
    id: 'parbaude',
    kind: 'site',
    term: { lv: 'pārbaude', en: 'check' },
    meaning: {
      lv: 'Viens jautājums, ko uzdod visiem datiem, lai atrastu, kas nesaskan vai trūkst.',
      en: 'One question put to all data to find what does not fit or is missing.',
    },
    seenAt: '/metodes#rules',
  },
  {
    id: 'konstatejums',
    kind: 'site',
    term: { lv: 'konstatējums', en: 'finding' },
    meaning: {
      lv: 'Tas, ko pārbaude atrod datos: pretruna, vieta, kur nevar novērtēt, vai piezīme. Tas nav pārmetums.',
      en: 'What a check finds in the data: a contradiction, a point that cannot be judged, or a note. It is no reproach.',
    },
    stem: { lv: 'konstatējum', en: 'finding' },
    seenAt: '/metodes#findings',
  },
  {
    id: 'pretruna',
    kind: 'site',
    term: { lv: 'pretruna', en: 'contradiction' },
    meaning: {
      lv: 'Kaut kas no teiktā nevar būt tiesa, jo divas vietas nesaskan.',
      en: 'Something of what is said cannot be true, because two places disagree.',
    },
    seenAt: '/metodes#findings',
  },
  {
    id: 'piezime',
    kind: 'site',
    term: { lv: 'piezīme', en: 'note' },
    meaning: {
      lv: 'Kļūdas var nebūt, bet, lasot skaitļus, tas jāzina.',
      en: 'It need not be an error, but whoever reads the figures should know it.',
    },
    seenAt: '/metodes#findings',
  },
  {
    id: 'aizsegts-skaitlis',
    kind: 'site',
    term: { lv: 'aizsegts skaitlis (c)', en: 'covered figure (c)' },
    meaning: {
      lv: 'Skaitlis, ko nerāda, lai pēc tā nevarētu uzzināt par atsevišķiem cilvēkiem. Avotā tas ir.',
      en: 'A figure that is not shown, so that no one can learn about single people from it. The source has it.',
    },
  },
  {
    id: 'konteksta-raditajs',
    kind: 'site',
    term: { lv: 'konteksta rādītājs', en: 'context indicator' },
    meaning: {
      lv: 'Skaitlis, kas raksturo pašvaldību, piemēram, cik ir izglītojamo. Sasniedzamās vērtības tam nav, un to nevērtē.',
      en: 'A figure that describes a municipality, such as how many learners there are. It has no target and is not judged.',
    },
  },
  {
    id: 'redakcija',
    kind: 'site',
    term: { lv: 'redakcija', en: 'revision' },
    meaning: {
      lv: 'Skaitļa vai teksta viens ieraksts. Labojot rodas jauna redakcija, un iepriekšējā saglabājas.',
      en: 'One record of a figure or text. Correcting makes a new revision, and the earlier one is kept.',
    },
  },
  {
    id: 'apgalvojums',
    kind: 'site',
    term: { lv: 'apgalvojums', en: 'claim' },
    meaning: {
      lv: 'Ko dokuments saka vārdos un ko var pārbaudīt ar tā skaitļiem.',
      en: 'What a document says in words and what its figures can check.',
    },
  },
  {
    id: 'pozitivo-atbilzu-ipatsvars',
    kind: 'site',
    term: { lv: 'pozitīvo atbilžu īpatsvars', en: 'share of positive answers' },
    meaning: {
      lv: 'Cik no simta atbildējušajiem izvēlējās kādu no piekrītošajām atbildēm.',
      en: 'How many in a hundred who answered chose one of the agreeing answers.',
    },
  },
  {
    id: 'atsauciba',
    kind: 'site',
    term: { lv: 'atsaucība', en: 'response share' },
    meaning: {
      lv: 'Cik no simta uzaicinātajiem atbildēja.',
      en: 'How many in a hundred who were asked answered.',
    },
  },
]
