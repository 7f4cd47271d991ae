import { createContext } from 'react-router'
import type { Reading } from '#modules/findings'
import type { GoalOfIndicators, GoalSurvey } from './goals.ts'

/** What is known of the goals that indicators measure, by those who know plans. */
export type GoalReader = {
  /** Goals of the plan in their order. Two statements. */
  find: (reading: Reading) => Promise<readonly GoalOfIndicators[]>
  /** Surveys that asked people about what a goal wants. */
  findSurveys: (reading: Reading, goal: string) => Promise<readonly GoalSurvey[]>
}

/** Set by the application, which knows all modules. */
export const goalsContext = createContext<GoalReader>({ find: async () => [], findSurveys: async () => [] })
