/** Kind of the tasks of those who answer for duties; the job of this room reminds of them itself. */
export const DUTY_TASK = 'work.duty'
