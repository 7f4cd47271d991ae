import { describe, expect, test } from 'vitest'
import { fold } from '#platform/texts/fold.ts'
import { changedStems, stemLatvian } from './stem-latvian.ts'

const stem = (word: string) => stemLatvian(fold(word))

describe('stemLatvian', () => {
  test.each([
    ['skolotājs skolotāja skolotājam skolotāju skolotāji skolotājiem skolotājus skolotājos', 'skolotaj'],
    ['izglītība izglītības izglītībai izglītību izglītībā', 'izglitib'],
    ['skola skolas skolai skolu skolā skolām skolās', 'skol'],
    ['iestāde iestādes iestādei iestādi iestādē iestādēm', 'iestad'],
    ['eksāmens eksāmena eksāmenu eksāmenos', 'eksamen'],
    ['kurpe kurpes kurpju kurpēm', 'kurp'],
    ['mērķis mērķa mērķim mērķi mērķu mērķiem', 'merk'],
    ['skaitlis skaitļa skaitļu skaitļiem', 'skaitl'],
    ['lācis lāča lāčiem lāčus', 'lac'],
    ['labs laba labā labam labos labais', 'lab'],
    ['bērns bērna bērniem bērnus bērnos', 'bern'],
    ['tirgus tirgu tirgum', 'tirg'],
    ['sekmes sekmju sekmēm', 'sekm'],
  ])('forms of a word have one stem: %s', (forms, expected) => {
    const stems = [...new Set(forms.split(' ').map(stem))].join(' ')
    expect(stems).toBe(expected)
  })

  test('leaves three letters, and figures as they are', () => {
    expect(['pii', 'kp1', '1.1.3', 'un', 'a'].map(stemLatvian)).toEqual(['pii', 'kp1', '1.1.3', 'un', 'a'])
  })
})

describe('changedStems', () => {
  test.each([
    ['iestāžu', 'iestāde'],
    ['latviešu', 'latvietis'],
    ['centralizētajam', 'centralizēts'],
  ])('lead from %s to %s and back', (form, word) => {
    expect(changedStems(stem(form))).toContain(stem(word))
    expect(changedStems(stem(word))).toContain(stem(form))
  })

  test('change no consonant of short words, and no figures', () => {
    expect(changedStems('mat')).toEqual(['mataj'])
    expect(changedStems('kp1')).toEqual([])
  })
})
