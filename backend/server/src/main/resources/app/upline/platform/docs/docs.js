/* global Redoc */
const fonts = 'system-ui, sans-serif';

Redoc.init(
  '/openapi.yaml',
  {
    showExtensions: ['x-roles'],
    requiredPropsFirst: true,
    expandResponses: '200,201',
    hideDownloadButton: false,
    nativeScrollbars: true,
    theme: {
      typography: { fontFamily: fonts, headings: { fontFamily: fonts }, code: { fontFamily: 'ui-monospace, monospace' } },
      sidebar: { width: '300px' },
    },
  },
  document.getElementById('docs'),
);
