// A door of its own, `#modules/strategy/gallery`: examples are for the gallery, and no other page loads them.
export { strategyGallery } from './actions.tsx'
