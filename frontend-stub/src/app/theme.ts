import { createTheme, type CSSVariablesResolver } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  fontFamily: 'system-ui, sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'sm',
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    // Else a dialog has a second banner for whoever goes by landmarks.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    // A state that is cut off says nothing.
    Badge: { defaultProps: { variant: 'default', tt: 'none', fw: 500, miw: 'fit-content' } },
    Select: { defaultProps: { nothingFoundMessage: 'Nothing found' } },
    MultiSelect: { defaultProps: { nothingFoundMessage: 'Nothing found' } },
  },
});

/** Mantine's own grays, reds and yellows are a shade too light for a contrast of 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-red-outline': '#c92a2a',
    '--mantine-color-yellow-outline': '#8f5100',
    '--mantine-color-blue-light-hover': '#d0ebff',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-anchor': '#1864ab',
  },
  dark: {
    '--mantine-color-dimmed': '#b0b7be',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-red-outline': '#ff8787',
    '--mantine-color-blue-outline': '#74c0fc',
    '--mantine-color-placeholder': '#a0a7ae',
    '--mantine-color-anchor': '#74c0fc',
    '--mantine-primary-color-light-color': '#a5d8ff',
  },
});
