// A door of its own, `#modules/strategy/parts`: the command line runs from the sources, and Node reads no .tsx.

export { EditEffects } from './edit-effects.tsx'
export { EditList } from './edit-list.tsx'
export { GoalTable } from './goal-table.tsx'
export { OverdueMark } from './overdue-mark.tsx'
