export { sourceAddress, sourceAnchor } from './anchors.ts'
export * from './model.ts'
export * from './wording.ts'
