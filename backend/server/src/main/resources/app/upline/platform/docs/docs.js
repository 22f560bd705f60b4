/* global Scalar */

// The policy lets in what carries the nonce. Scalar puts it on its main style, and not on the small ones that it makes later.
const nonce = document.querySelector('meta[property=csp-nonce]').content;
const createElement = document.createElement;
document.createElement = function (...how) {
  const element = createElement.apply(this, how);
  if (element.localName === 'style') element.nonce = nonce;
  return element;
};

/** A component of Vue, which Scalar has within it: a text needs no more. */
const whoMay = {
  props: { 'x-roles': { type: Array, default: () => [] } },
  render() {
    return `Who may: ${this.xRoles.join(', ')}`;
  },
  mounted() {
    this.$el.parentElement.classList.add('who-may');
  },
};

// Once the scripts that are named after this one have run.
document.addEventListener('DOMContentLoaded', () => {
  // Where the page was not built there is none.
  if (!window.Scalar) return;
  const docs = document.getElementById('docs');
  docs.replaceChildren();
  Scalar.createApiReference(docs, {
    url: '/openapi.yaml',
    // The contract says "/", which Scalar would put before the slash that every path begins with.
    servers: [{ url: window.location.origin, description: 'The server that serves this document.' }],
    // Addresses of operations that the search can make, and people can read.
    generateOperationSlug: (operation) => operation.operationId,
    plugins: [() => ({ name: 'upline-who-may', extensions: [{ name: 'x-roles', component: whoMay }] })],
    hideModels: true,
    hideClientButton: true,
    // Nothing is asked of anybody else, and nobody is told anything.
    proxyUrl: '',
    telemetry: false,
    withDefaultFonts: false,
    showDeveloperTools: 'never',
    agent: { disabled: true },
    mcp: { disabled: true },
  });
});
