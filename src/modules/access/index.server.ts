export { access } from './module.server.ts'
export { startGrantReview } from './review.service.server.ts'
