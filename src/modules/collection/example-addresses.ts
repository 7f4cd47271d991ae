/** Addresses by which the pages of `routes.ts` are tried. */
export default ['/liepaja/datu-vaksana']

/** Addresses by which what `module.server.ts` brings to the API is tried. */
export const api = ['/municipalities/liepaja/data-calls']
