import { Drawer, Modal, Tooltip, createTheme } from '@mantine/core'

/** Mantine with our tokens: sizes and colours live in tokens.css, so nothing is computed while the window runs. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'default',
  // Locking the page's scroll would need a style element; the page itself never scrolls.
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 200, transition: 'fade' } } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, transitionProps: { duration: 200 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } }),
  },
})
