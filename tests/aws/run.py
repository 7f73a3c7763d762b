"""Runs commands of the real AWS CLI, one after the other.

Reads one JSON list of words per line (without the leading `aws`), answers one JSON object per line:
{"exit": …, "stdout": …, "stderr": …}. Credentials and endpoint come from the environment.
"""

import contextlib
import io
import json
import sys

import cli


def run(words):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.run(words)
    for stream in (out, err):
        stream.flush()
    text = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err)]
    return {"exit": code, "stdout": text[0], "stderr": text[1]}


def main():
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), file=answers, flush=True)


main()
