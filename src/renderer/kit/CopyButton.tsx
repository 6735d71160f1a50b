import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useClient } from '../state/client-context'
import { Button } from './Button'
import { IconButton } from './IconButton'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, as a verb and an object: "Copy the command". */
  readonly label: string
  readonly look?: 'icon' | 'words'
}

/** Copies a text through the main process and says so for two seconds. */
export function CopyButton({ text, label, look = 'icon' }: CopyButtonProps) {
  const client = useClient()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => void client.copy({ text }).then(() => setCopied(true))
  if (look === 'icon') return <IconButton icon={copied ? IconCheck : IconCopy} label={copied ? 'Copied' : label} onClick={copy} size={16} />
  return (
    <Button look="quiet" size="small" before={copied ? IconCheck : IconCopy} onClick={copy}>
      {copied ? 'Copied' : label}
    </Button>
  )
}
