export { askAboutLeavers } from './ask-about-leavers.server.ts'
export { access } from './module.server.ts'
export { startGrantReview } from './review.service.server.ts'
