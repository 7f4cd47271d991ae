export { sourceAddress, sourceAnchor } from './anchors.ts'
export * from './model.ts'
