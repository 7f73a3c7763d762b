"""Runs commands of the real AWS CLI, many in one process: starting it anew for each would take a second each.

Reads one JSON list of words a line (without the leading `aws`), answers one JSON object a line:
{"exit": …, "stdout": …, "stderr": …}. Credentials and endpoint come from the environment.
"""

import contextlib
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver

# What it has read of the services' models: most of the time of a command goes into that.
MODELS = create_clidriver().session.get_component("data_loader")


def run(words):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            driver = create_clidriver()
            driver.session.register_component("data_loader", MODELS)
            # RDS of us-east-1 has an old name in the CLI, which it takes before what the environment says.
            here = ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]] if words[0] == "rds" else []
            code = driver.main(words + here)
        except SystemExit as stop:
            code = stop.code
    for stream in (out, err):
        stream.flush()
    text = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err)]
    return {"exit": code, "stdout": text[0], "stderr": text[1]}


def main():
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), file=answers, flush=True)


main()
