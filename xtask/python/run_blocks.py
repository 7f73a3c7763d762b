"""Checks the `run:` blocks of workflows with shellcheck, which stands beside the Python that runs this.

Arguments: the workflow files. Exits with 1 where a block is refused, or where there is none at all.
"""

import pathlib
import subprocess
import sys

from ruamel.yaml import YAML


def blocks(path):
    """Each block with the name of its job and the number of its step."""
    workflow = YAML(typ="safe").load(pathlib.Path(path))
    for name, job in workflow["jobs"].items():
        for number, step in enumerate(job.get("steps", []), 1):
            if "run" in step:
                yield f"{path}: job {name}, step {number}", step["run"]


def main():
    shellcheck = pathlib.Path(sys.executable).parent / "shellcheck"
    checked = refused = 0
    for path in sys.argv[1:]:
        for place, text in blocks(path):
            checked += 1
            result = subprocess.run([shellcheck, "--shell=bash", "--norc", "-"], input=text, text=True, check=False)
            # An expression is put into the text before a shell reads it: values come as variables instead.
            if result.returncode != 0 or "${{" in text:
                print(f"refused: {place}", file=sys.stderr)
                refused += 1
    print(f"  {checked} run blocks")
    return 1 if refused or not checked else 0


sys.exit(main())
