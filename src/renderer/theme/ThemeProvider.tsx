import '@fontsource-variable/inter/opsz.css'
import './mantine.css'
import './tokens.css'
import './base.css'
import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import type { Settings } from '../../core/panel/panel'
import { theme } from './theme'

/** The look of the window; no style element is added at run time, so a strict content policy holds. */
export function ThemeProvider({ appearance, children }: { readonly appearance: Settings['appearance']; readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Appearance value={appearance} />
      {children}
    </MantineProvider>
  )
}

function Appearance({ value }: { readonly value: Settings['appearance'] }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  useEffect(() => {
    if (colorScheme !== value) setColorScheme(value)
  }, [colorScheme, value, setColorScheme])
  return null
}
