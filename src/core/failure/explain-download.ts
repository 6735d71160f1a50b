import { assertNever } from '../assert-never'
import type { Words } from './explain'
import { showLog, tryAgain } from './explain-fixes'
import type { FailureKind } from './failure'

type DownloadFailure = Extract<
  FailureKind,
  {
    kind:
      | 'name-not-resolved'
      | 'network-broken'
      | 'wrong-hash'
      | 'package-missing'
      | 'download-missing'
      | 'base-image-missing'
      | 'wrong-platform'
      | 'registry-unreachable'
      | 'registry-refused'
      | 'registry-busy'
      | 'registry-broken'
      | 'certificate-untrusted'
  }
>

const KEPT = 'Finished steps are kept.'

/** The words for everything that goes wrong between this computer and the internet. */
export function downloadWords(failure: DownloadFailure): Words {
  switch (failure.kind) {
    case 'name-not-resolved':
      return {
        title: 'A download did not start',
        why: `${failure.host ? `The address ${failure.host}` : 'An address'} could not be found. The internet connection may be off.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'network-broken':
      return {
        title: 'A download did not finish',
        why: `There was no connection${to(failure.host)}, or it broke off.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'wrong-hash':
      return {
        title: failure.file ? `The downloaded file "${failure.file}" is not the expected one` : 'A downloaded file is not the expected one',
        why: 'Its fingerprint differs, so it was not used. If it repeats, save a report.',
        notLost: 'Nothing unsafe was installed. Finished steps are kept.',
        fixes: [tryAgain, showLog],
      }
    case 'package-missing':
      return {
        title: `The part "${failure.name}" was not found`,
        why: 'It is not where such parts are downloaded from. Its name may be wrong, or the download list did not arrive.',
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'download-missing':
      return {
        title: 'A file to download is not there any more',
        why: `${otherSide(failure.host)} answered that it does not have it (404).`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'base-image-missing':
      return {
        title: 'A package to download was not found',
        why: `${failure.image ? `There is no "${failure.image}"` : 'It is not'} where Docker looked. The name may be wrong, or it may be private.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'wrong-platform':
      return {
        title: 'This version does not fit this kind of computer',
        why: `${quoted(failure.image) ?? 'A package that it needs'} is made for another kind of processor.`,
        notLost: 'Nothing was built or changed.',
        fixes: [showLog],
      }
    case 'registry-unreachable':
      return {
        title: 'A package could not be downloaded',
        why: `The address ${failure.host} cannot be reached. The internet connection may be off.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'registry-refused':
      return {
        title: 'The download of a package was refused',
        why: `${quoted(failure.image) ?? 'It'} is only for those who sign in, and Docker has not.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'registry-busy':
      return {
        title: 'Too many downloads for now',
        why: `${otherSide(failure.host)} allows only so many downloads in a while. Wait an hour, then try again.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'registry-broken':
      return {
        title: 'A package could not be downloaded',
        why: `${otherSide(failure.host)} has a fault of its own. Try again later.`,
        notLost: KEPT,
        fixes: [tryAgain, showLog],
      }
    case 'certificate-untrusted':
      return {
        title: 'A download was not safe, so it was stopped',
        why: `${otherSide(failure.host)} could not prove who it is. A company network or a wrong clock can cause this.`,
        notLost: 'Nothing unsafe was installed. Finished steps are kept.',
        fixes: [tryAgain, showLog],
      }
    default:
      return assertNever(failure)
  }
}

function to(host: string | null): string {
  return host === null ? '' : ` to ${host}`
}

function otherSide(host: string | null): string {
  return host === null ? 'The other side' : `The address ${host}`
}

function quoted(name: string | null): string | null {
  return name === null ? null : `"${name}"`
}
