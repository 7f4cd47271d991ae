export type { Answers, CallForm, DataCall, Element } from './model.ts'
