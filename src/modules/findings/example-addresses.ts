/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = ['/municipalities/liepaja/findings']
