// A door of its own, `#modules/strategy/parts`: the command line runs from the sources, and Node reads no .tsx.
export { GoalTable } from './goal-table.tsx'
