import {
  Alert,
  Anchor,
  Badge,
  Button,
  Card,
  type CSSVariablesResolver,
  createTheme,
  Modal,
  Notification,
  Table,
} from '@mantine/core';
import { say } from './words/say.ts';

/**
 * The library's own theme has text that is too pale on its ground (its dimmed grey, its filled
 * orange and its links). These colours keep at least 4.5 : 1 in both schemes; a browser test
 * measures every page.
 */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 7,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  headings: { fontWeight: '650' },
  colors: {
    // Cool greys, so that cards and the ground behind them are of one family.
    dark: [
      '#d5dae0',
      '#b9c0c8',
      '#9aa3ad',
      '#77818c',
      '#3a424c',
      '#2b323a',
      '#1a1f25',
      '#14181d',
      '#0f1215',
      '#0a0d10',
    ],
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
    // Its word is never cut short, however narrow the column.
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', miw: 'max-content' },
    }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light', radius: 'md' } }),
    Button: Button.extend({ defaultProps: { radius: 'md' } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': say('Dismiss') } },
    }),
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
    '--mantine-color-green-light-color': '#1a6b2c',
    '--mantine-color-teal-light-color': '#0a6b4d',
    '--mantine-color-orange-light-color': '#9a4b00',
    '--mantine-color-red-light-color': '#a61e1e',
    '--tk-ground': '#f6f8fa',
    '--tk-line': '#dee2e6',
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
    '--mantine-color-disabled': '#2a3139',
    '--mantine-color-disabled-color': '#98a1ab',
    '--tk-ground': '#0f1215',
    '--tk-line': '#3a424c',
    '--tk-good': '#6fd3a0',
    '--tk-warn': '#ffb870',
    '--tk-bad': '#ff9f94',
  },
});
