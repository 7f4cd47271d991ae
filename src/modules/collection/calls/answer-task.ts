/** Kind of the task of whoever has to answer a call; it is done by handing in. */
export const ANSWER_TASK = 'collection.answer'
