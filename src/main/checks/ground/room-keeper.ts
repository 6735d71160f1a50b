/**
 * The first program in a room: answers every look-up of a name with "there is none" and writes the name down, starts the
 * package's own program, and stays when that ends, so that the other checks still find the room.
 */
export const ROOM_KEEPER = `
import os, signal, socket, subprocess, sys, threading
os.makedirs("/tmp/room", exist_ok=True)
def name_in(question):
    words, at = [], 12
    while question[at]:
        words.append(question[at + 1:at + 1 + question[at]].decode("latin-1")); at += question[at] + 1
    return ".".join(words)
def refuse_names():
    known = {socket.gethostname(), "localhost"}
    while True:
        question, visitor = door.recvfrom(512)
        try:
            name = name_in(question)
        except IndexError:
            continue
        if name not in known:
            known.add(name)
            with open("/tmp/room/looked-up", "a") as book: book.write(name + "\\n")
        door.sendto(question[:2] + b"\\x81\\x83" + question[4:6] + bytes(6) + question[12:], visitor)
door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
door.bind(("127.0.0.1", 53))
threading.Thread(target=refuse_names, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
try:
    end = f"ended with {subprocess.Popen(sys.argv[1:]).wait()}"
except OSError as error:
    end = f"did not start: {error}"
with open("/tmp/room/ended", "w") as note: note.write(end)
signal.pause()
`
