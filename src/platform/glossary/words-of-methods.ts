import type { Entry } from './entry.ts'

/** Statistics in plain words. */
export const WORDS_OF_METHODS: readonly Entry[] = [
  {
    id: 'ticamibas-intervals',
    kind: 'method',
    term: { lv: 'ticamības intervāls (95 % intervāls)', en: 'confidence interval (95% interval)' },
    meaning: {
      lv: 'Robežas, kurās, visticamāk, ir īstais skaitlis. Jo mazāk cilvēku atbildēja, jo tās platākas.',
      en: 'Bounds between which the true figure most likely lies. The fewer people answered, the wider they are.',
    },
    stem: { lv: '95\\s%\\sintervāl', en: '95% interval' },
    seenAt: '/metodes#intervals',
  },
  {
    id: 'vilsona-intervals',
    kind: 'method',
    term: { lv: 'Vilsona intervāls', en: 'Wilson interval' },
    meaning: {
      lv: 'Ticamības intervāls procentiem, kas der arī mazām grupām un ļoti augstiem vai zemiem procentiem.',
      en: 'A confidence interval for percentages that also serves small groups and very high or low percentages.',
    },
    stem: { lv: 'Vilsona', en: 'Wilson' },
    seenAt: '/metodes#intervals',
  },
  {
    id: 'galigas-kopas-labojums',
    kind: 'method',
    term: { lv: 'galīgas kopas labojums', en: 'finite population correction' },
    meaning: {
      lv: 'Ja atbildēja liela daļa grupas, nezināmā ir mazāk, tāpēc intervāls ir šaurāks.',
      en: 'When a large part of a group answered, less is unknown, so the interval is narrower.',
    },
    stem: { lv: 'galīgas kopas labojum', en: 'finite population correction' },
    seenAt: '/metodes#intervals',
  },
  {
    id: 'hipergeometriskais-sadalijums',
    kind: 'method',
    term: { lv: 'hiperģeometriskais sadalījums', en: 'hypergeometric distribution' },
    meaning: {
      lv: 'Saka, kas iespējams, ja no nelielas grupas atbild tikai daļa, piemēram, 15 no 25. No tā rēķina precīzo intervālu.',
      en: 'Tells what is possible when only a part of a small group answers, such as 15 of 25. The exact interval is calculated from it.',
    },
    stem: { lv: 'hiperģeometrisk', en: 'hypergeometric' },
    seenAt: '/metodes#intervals',
  },
  {
    id: 'holma-labojums',
    kind: 'method',
    term: { lv: 'Holma labojums', en: 'Holm’s adjustment' },
    meaning: {
      lv: 'Ja salīdzina ļoti daudz grupu, kāda atšķirība nejauši izskatīsies liela. Labojums prasa jo pārliecinošāku atšķirību, jo vairāk salīdzinājumu.',
      en: 'When very many groups are compared, some difference looks large by chance. The adjustment asks for a more convincing difference the more comparisons there are.',
    },
    stem: { lv: 'Holma', en: 'Holm’s' },
    seenAt: '/metodes#gaps',
  },
  {
    id: 'nukomba-intervals',
    kind: 'method',
    term: { lv: 'Ņūkomba intervāls', en: 'Newcombe’s interval' },
    meaning: {
      lv: 'Ticamības intervāls divu procentu starpībai.',
      en: 'A confidence interval for the difference of two percentages.',
    },
    stem: { lv: 'Ņūkomba', en: 'Newcombe’s' },
    seenAt: '/metodes#gaps',
  },
  {
    id: 'p-vertiba',
    kind: 'method',
    term: { lv: 'p vērtība', en: 'p value' },
    meaning: {
      lv: 'Cik bieži tik liela starpība rastos nejauši, ja grupas patiesībā neatšķirtos.',
      en: 'How often so large a difference would come about by chance if the groups did not differ.',
    },
    stem: { lv: 'p vērtīb', en: 'p value' },
    seenAt: '/metodes#gaps',
  },
  {
    id: 'procentpunkts',
    kind: 'method',
    term: { lv: 'procentpunkts', en: 'percentage point' },
    meaning: {
      lv: 'Divu procentu starpība: no 50 % līdz 55 % ir 5 procentpunkti, bet 10 procenti.',
      en: 'The difference of two percentages: from 50% to 55% is 5 percentage points, but 10 per cent.',
    },
    stem: { lv: 'procentpunkt', en: 'percentage point' },
  },
  {
    id: 'ipatsvars',
    kind: 'method',
    term: { lv: 'īpatsvars', en: 'share' },
    meaning: { lv: 'Daļa no visiem, parasti procentos.', en: 'A part of all, usually in per cent.' },
  },
  {
    id: 'standartkluda',
    kind: 'method',
    term: { lv: 'standartkļūda', en: 'standard error' },
    meaning: {
      lv: 'Par cik vidējais no dažiem cilvēkiem mēdz atšķirties no visu vidējā.',
      en: 'By how much the mean of some people tends to differ from the mean of all.',
    },
    stem: { lv: 'standartkļūd', en: 'standard error' },
    seenAt: '/metodes#verdicts',
  },
  {
    id: 'n',
    kind: 'method',
    term: { lv: 'n un N', en: 'n and N' },
    meaning: {
      lv: 'n ir cik cilvēku atbildēja, N – cik cilvēku ir grupā.',
      en: 'n is how many people answered, N how many people the group has.',
    },
    seenAt: '/metodes#intervals',
  },
]
