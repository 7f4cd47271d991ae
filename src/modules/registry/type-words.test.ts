import { expect, test } from 'vitest'
import { peopleOfType, writesOfType } from './type-words.ts'

test('a preschool is no school, and a teacher is none either', () => {
  expect(writesOfType('Pirmsskolu attīstības programma', 'preschool')).toBe(true)
  expect(writesOfType('Pirmsskolu attīstības programma', 'basicSchool')).toBe(false)
  expect(writesOfType('Skolotāju atbalsts', 'basicSchool')).toBe(false)
  expect(writesOfType('Skolu tīkla attīstības modelis', 'stateGymnasium')).toBe(true)
})

test('nothing is written of a type that nobody states', () => {
  expect(writesOfType('Skolu tīkla attīstības modelis', null)).toBe(false)
  expect(peopleOfType('Izglītības iestāžu vadītāji', null)).toBe(false)
})

test('heads of institutions are people of all that the municipality runs', () => {
  expect(peopleOfType('Izglītības iestāžu vadītāji', 'preschool')).toBe(true)
  expect(peopleOfType('Izglītības iestāžu vadītāji', 'university')).toBe(false)
  expect(peopleOfType('7.–12. klašu izglītojamie', 'stateGymnasium')).toBe(true)
})
