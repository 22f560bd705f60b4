import { setNonce } from 'get-nonce';

/** What the server put into this page, so that its own styles are let in. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// A dialog keeps the page beneath from scrolling by a style of its own.
setNonce(nonce);
