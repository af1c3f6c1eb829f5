import { createTheme } from '@mantine/core'

/** One calm palette: the green of the citizen's pages, warm grey text, 17 px and 44 px targets. */
export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  primaryColor: 'brand',
  primaryShade: 7,
  colors: {
    brand: [
      ...(['#e6f4f0', '#cfe8e1', '#a3d2c6', '#73bba9', '#4ca791', '#2f9680'] as const),
      ...(['#178069', '#0b6b5b', '#085448', '#043d34'] as const),
    ],
    // to be looked at: dark enough to be read on white
    amber: [
      ...(['#fff4e0', '#ffe6bf', '#fbd08d', '#f3b65a', '#e39a2e', '#c97c10'] as const),
      ...(['#b06406', '#8f4f00', '#733f00', '#573000'] as const),
    ],
  },
  black: '#1d2a33',
  defaultRadius: 'md',
  focusRing: 'always',
  components: {
    Alert: { styles: { title: { color: '#1d2a33' } } }, // a coloured title is too pale on its own colour
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Badge: { defaultProps: { variant: 'outline', radius: 'sm', size: 'lg', tt: 'none', fw: 600 } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } } },
    NavLink: { styles: { root: { borderRadius: 8 } } },
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } },
  },
})

export const cssVariables = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55636d',
    '--mantine-color-placeholder': '#64727c',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-body': '#ffffff',
  },
  dark: {},
})
