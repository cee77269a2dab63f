import {
  Alert,
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Modal,
  Table,
} from '@mantine/core';

/**
 * The library's own theme has text that is too pale on its ground (its dimmed grey, its filled
 * orange and its links). These colours keep at least 4.5 : 1 in both schemes; a browser test
 * measures every page.
 */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontWeight: '650' },
  colors: {
    ink: [
      '#eef5fd',
      '#dbe8f8',
      '#b3cfef',
      '#88b4e6',
      '#649ddf',
      '#4d8eda',
      '#3c7ecb',
      '#1f5fa8',
      '#164b87',
      '#0f3866',
    ],
  },
  components: {
    Card: Card.extend({ defaultProps: { withBorder: true, padding: 'lg', radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light', radius: 'md' } }),
    Button: Button.extend({ defaultProps: { radius: 'md' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'md', centered: true } }),
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545c66',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-anchor': '#1f5fa8',
    '--mantine-color-error': '#b42318',
    '--mantine-color-placeholder': '#646c76',
    '--tk-ground': '#f6f8fa',
    '--tk-good': '#1a7f4b',
    '--tk-warn': '#9a4b00',
    '--tk-bad': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1bb',
    '--mantine-color-body': '#15181c',
    '--mantine-color-anchor': '#8fc1f7',
    '--mantine-color-error': '#ff9f94',
    '--mantine-color-placeholder': '#98a1ab',
    '--tk-ground': '#0f1215',
    '--tk-good': '#6fd3a0',
    '--tk-warn': '#ffb870',
    '--tk-bad': '#ff9f94',
  },
});
