import { assertNever } from '../assert-never'
import type { Words } from './explain'
import { showLog, tryAgain, useProcessor } from './explain-fixes'
import type { FailureKind } from './failure'

type BuildFailure = Extract<FailureKind, { kind: 'disk-full' | 'out-of-memory' | 'step-failed' | 'build-disagrees' | 'cancelled' | 'unknown' }>

const KEPT = 'Finished steps are kept.'

/** The words for everything that goes wrong inside a step, and for what nobody knows. */
export function buildWords(failure: BuildFailure): Words {
  switch (failure.kind) {
    case 'disk-full':
      return {
        title: 'Too little space',
        why: `The disk where ${failure.where === 'panel' ? 'this panel keeps its notes' : 'Docker stores its data'} is full. Free up some space there.`,
        notLost: 'Finished steps and photos are kept.',
        fixes: [tryAgain, useProcessor, showLog],
      }
    case 'out-of-memory':
      return {
        title: 'It ran out of memory',
        why: 'The system ended a program to save the others. Close other programs, or give Docker more memory.',
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'step-failed':
      return { title: `The step "${failure.step}" did not work`, why: whyOf(failure.code), notLost: KEPT, fixes: [tryAgain, showLog] }
    case 'build-disagrees':
      return {
        title: 'It is not certain that the build worked',
        why: `Docker contradicts itself: ${failure.detail}.`,
        notLost: 'The version that was built before is kept.',
        fixes: [tryAgain, showLog],
      }
    case 'cancelled':
      return { title: 'It was stopped before its end', why: 'Someone or something asked for the stop.', notLost: KEPT, fixes: [tryAgain] }
    case 'unknown':
      return {
        title: 'We do not know this error',
        why: 'The lines below are all that Docker said.',
        notLost: 'Your photos and settings are untouched.',
        fixes: [tryAgain, showLog],
      }
    default:
      return assertNever(failure)
  }
}

// The shell's own meanings; every other number is the program's secret.
function whyOf(code: number): string {
  if (code === 126) return 'A program that it needs is there, but may not be run here.'
  if (code === 127) return 'A program that it needs is not there.'
  return 'A program inside it ended with an error. Its last lines are below.'
}
