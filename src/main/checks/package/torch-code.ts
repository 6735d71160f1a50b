import type { Subject } from '../check'
import { askInRoom, type Asked } from './in-room'

// torch/version.py is where torch.version.cuda comes from; reading it alone spares the seconds that all of torch takes.
const SCRIPT = `import importlib.util as find, runpy
print(runpy.run_path(find.find_spec("torch").submodule_search_locations[0] + "/version.py")["cuda"])`

/** The CUDA version that torch inside the package was made for, or the word None. */
export function torchCuda(subject: Subject, signal: AbortSignal): Promise<Asked> {
  return askInRoom(subject, { program: ['python3', '-c', SCRIPT], seconds: 120 }, signal)
}
