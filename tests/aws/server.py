"""Runs commands of the real AWS CLI in parallel, each in a forked process. The arguments are the services whose
models are loaded before the fork.

Prints its port. A client sends the number of its fields and the fields, each ended by a zero byte: a folder, the
Region, the number of attempts, then the words of the command. The server writes `out` and `err` into the folder and
answers with the exit code.
"""

import os
import signal
import socket
import sys

import cli


def fields(client):
    with client.makefile("rb") as stream:
        text, count = b"", None
        while count is None or text.count(b"\0") <= count:
            text += stream.read1()
            if count is None and b"\0" in text:
                count = int(text.split(b"\0", 1)[0])
        return [field.decode() for field in text.split(b"\0")[1 : count + 1]]


def answer(client):
    folder, region, attempts, *words = fields(client)
    os.environ.update(AWS_REGION=region, AWS_DEFAULT_REGION=region, AWS_MAX_ATTEMPTS=attempts)
    for place, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT, 0o600), place)
    code = cli.run(words)
    sys.stdout.flush()
    sys.stderr.flush()
    client.sendall(b"%d\n" % code)


def main():
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    cli.read_ahead(sys.argv[1:])
    server = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(server.getsockname()[1], flush=True)
    while True:
        client, _ = server.accept()
        if os.fork() == 0:
            answer(client)
            os._exit(0)
        client.close()


main()
