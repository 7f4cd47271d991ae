// A door of its own, `#modules/findings/gallery`: examples are for the gallery, and no other page loads them.
export { findingGallery } from './weights.tsx'
