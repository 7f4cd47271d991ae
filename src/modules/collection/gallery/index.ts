// A door of its own, `#modules/collection/gallery`: examples are for the gallery, and no other page loads them.
export { collectionGallery } from './answers.tsx'
