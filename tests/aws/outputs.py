"""Prints outputs that AWS could return, from the models and examples of the AWS CLI.

Prints one JSON object per line, always the same ones in the same order. Needs no network and no credentials.

{"kind": "output", "call": "iam list-users", "origin": …, "value": …}: what the CLI prints as JSON, or the text of an
    example that is not JSON. The origins; if several give the same value for a call, only the first is printed:
    "model full"                one item in each list; all pages, as the CLI collects them
    "model two"                 two items, other values; one page, as of `--no-paginate`, with its token
    "model empty"               empty lists and maps, and nothing else
    "model empty with scalars"  empty lists and maps at every depth, beside everything else
    "model required"            only the fields that the model requires
    "example iam/list-users.rst"
{"kind": "options", "call": …, "options": [{"name", "required", "kind", "enum"}], "paginated": …}: all options of a call.
    The `enum` of a list is that of its items. A boolean takes no value; if it is required, `--no-…` counts as well. A
    name without dashes is a file to write. Options that the CLI accepts but no longer documents are included.
{"kind": "global-options", "options": [{"name", "value": whether it takes one, "enum"}]}
"""

import base64
import json
import multiprocessing
import os
import re
import shlex
import sys
import textwrap
from pathlib import Path

os.environ["AWS_CONFIG_FILE"] = os.devnull  # Aliases, plugins and API versions in it would change the output.

import awscli  # noqa: E402
from awscli.arguments import BooleanArgument  # noqa: E402
from awscli.clidriver import ServiceCommand, ServiceOperation, create_clidriver  # noqa: E402
from awscli.customizations.paginate import get_paginator_config  # noqa: E402
from botocore.paginate import Paginator  # noqa: E402

DRIVER = create_clidriver()
ACCOUNT, REGION = "111122223333", "us-east-1"
DEPTH = 6
# Names of pagination tokens, also in responses of calls that have no paginator.
TOKEN = re.compile(
    r"marker|(next(page|continuation|key|uploadid|versionid|partnumber)?|page|pagination|continuation)(token|marker)"
)
KINDS = {"long": "integer", "double": "number", "float": "number"}
ANNOUNCED = re.compile(r"\b(outputs?|results?|returns?|returned|response|displayed|similar to)\b", re.I)
FILE = re.compile(r"contents? of|\.(json|txt|ya?ml)\b|file\W*$|policy::", re.I)
POLICY = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"}],
}


def names_at_the_end(paths):
    """The last names of a paginator's paths. Paths into a list are not tokens."""
    paths = [part for path in ([paths] if isinstance(paths, str) else paths) for part in path.split(" || ")]
    return {path.rsplit(".", 1)[-1] for path in paths if "[" not in path}


class Maker:
    """Makes values of shapes, with `items` entries in each list and map; values of None are left out."""

    def __init__(self, operation, pages, items=1, required=False, last_page=True):
        metadata = operation.service_model.metadata
        # A service with a global endpoint has no Region in its ARNs.
        place = "" if "globalEndpoint" in metadata else REGION
        self.arn = f"arn:aws:{metadata.get('signingName') or metadata['endpointPrefix']}:{place}:{ACCOUNT}:"
        self.tokens = names_at_the_end((pages or {}).get("output_token", []))
        self.more = names_at_the_end((pages or {}).get("more_results", []))
        self.items, self.required, self.last_page = items, required, last_page

    def make(self, shape, name, turn=0, above=()):
        """`turn`: the index in the list; `above`: the names of the enclosing structures."""
        if shape.serialization.get("eventstream") or shape.serialization.get("streaming"):
            return None  # The body of the response goes to a file.
        if shape.name == "policyDocumentType" and self.arn.startswith("arn:aws:iam:"):
            return POLICY  # Text in the response, which botocore parses.
        if getattr(shape, "is_document_type", False) or shape.serialization.get("jsonvalue"):
            return {"key": "value"}
        if shape.type_name in ("structure", "list", "map"):
            if shape.type_name == "structure":
                if shape.name in above or len(above) >= DEPTH:
                    return None
                above = (*above, shape.name)
            return getattr(self, shape.type_name)(shape, name, turn, above)
        return self.scalar(shape, name, turn)

    def structure(self, shape, _name, turn, above):
        members = list(shape.members.items())
        if shape.is_tagged_union:  # It has exactly one of its members.
            members = [members[(turn + self.items - 1) % len(members)]]
        made = {}
        for name, member in members:
            if self.required and name not in shape.required_members or name == "ResponseMetadata":
                continue
            if self.last_page and (name in self.tokens or TOKEN.fullmatch(name.lower())):
                continue
            value = not self.last_page if name in self.more else self.make(member, name, turn, above)
            if value is not None:
                made[name] = value
        return made

    def list(self, shape, name, turn, above):
        made = [self.make(shape.member, name, index, above) for index in range(self.items)]
        return [value for value in made if value is not None] or None  # Left out at DEPTH, not empty.

    def map(self, shape, name, turn, above):
        made = {}
        for index in range(self.items):
            value = self.make(shape.value, name, index, above)
            if value is not None:
                made[self.scalar(shape.key, "key", index)] = value
        return made or None

    def scalar(self, shape, name, turn):
        match shape.type_name:
            case "boolean":
                return self.items == 1 or turn == 1
            case "integer" | "long":
                limits = shape.metadata
                return min(max(1, int(limits.get("min", 1))) + turn, int(limits.get("max", sys.maxsize)))
            case "float" | "double":
                return 1.5 + turn
            case "timestamp":
                return f"2026-01-3{turn}T12:34:56{'' if self.items == 1 else '.789000'}+00:00"
            case "blob":
                return base64.b64encode(f"{name}{turn}".encode()).decode()
        values = getattr(shape, "enum", None)
        return values[(turn + self.items - 1) % len(values)] if values else self.string(name, turn)

    def string(self, name, turn):
        number = f"-{turn + 1}" if turn else ""
        arn = re.fullmatch(r"(.*)A(?:rn|RN)s?|arns?", name)
        if arn:
            noun = (arn[1] or "resource").lower()
            return f"{self.arn}{noun}/{noun}{number}"
        if re.search(r"(account|accountid|ownerid|owner)s?$", name.lower()):
            return ACCOUNT
        return REGION if re.search(r"[Rr]egions?$", name) else name.lower() + number


class Emptied(Maker):
    """Like Maker, with empty lists and maps; with nothing else, if `bare`."""

    def __init__(self, operation, pages, bare):
        super().__init__(operation, pages)
        self.bare = bare

    def make(self, shape, name, turn=0, above=()):
        if above and self.bare and shape.type_name not in ("list", "map"):
            return None
        return super().make(shape, name, turn, above)

    def list(self, *_):
        return []

    def map(self, *_):
        return {}


def model_outputs(operation, pages):
    """Pairs of an origin and what the CLI prints."""
    shape = operation.output_shape
    makers = {
        "full": Maker(operation, pages),
        "two": Maker(operation, pages, items=2, last_page=False),
        "empty": Emptied(operation, pages, bare=True),
        "empty with scalars": Emptied(operation, pages, bare=False),
    }
    if shape.required_members:
        makers["required"] = Maker(operation, pages, required=True)
    for origin, maker in makers.items():
        page = maker.make(shape, shape.name)
        if pages and maker.last_page:
            # Of a page the CLI prints only the fields that its paginator knows: no IsTruncated, for example.
            page = Paginator(lambda page=page, **_: page, pages, operation).paginate().build_full_result()
        yield f"model {origin}", page


def option(argument):
    model = argument.argument_model
    item = model.member if model is not None and model.type_name == "list" else model
    values = list(argument.choices or getattr(item, "enum", None) or []) or None
    # The `--no-` form of an attribute of EC2 has a structure in the model, and takes no value.
    kind = "boolean" if isinstance(argument, BooleanArgument) else argument.cli_type_name
    kind = KINDS.get(kind, kind)
    return {"name": argument.cli_name, "required": bool(argument.required), "kind": kind, "enum": values}


def service_lines(service):
    """All lines of a service, with the names of commands and arguments from the CLI's own tables."""
    command, lines = DRIVER._get_command_table()[service], []
    for name, operation in sorted(command._get_command_table().items()):
        if not isinstance(operation, ServiceOperation):
            continue  # A custom command of the CLI, without a model of its output.
        call, model = f"{service} {name}", operation._operation_model
        pages = get_paginator_config(DRIVER.session, command._service_name, model.name)
        options = sorted(map(option, operation.arg_table.values()), key=lambda option: option["name"])
        lines.append(line(kind="options", call=call, options=options, paginated=bool(pages)))
        known = [{}]  # The CLI prints nothing for an empty response.
        for origin, value in model_outputs(model, pages) if model.output_shape else ():
            if value not in known:
                known.append(value)
                lines.append(line(kind="output", call=call, origin=origin, value=value))
    return "".join(lines)


def global_options():
    return [
        {"name": f"--{name}", "value": argument._action is None, "enum": list(argument.choices) or None}
        for name, argument in sorted(DRIVER._get_argument_table().items())
    ]


def blocks(text):
    """Pairs of the paragraph that ends with `::` and the indented block that follows it."""
    lines = text.splitlines()
    for start, head in enumerate(lines):
        if not head.rstrip().endswith("::"):
            continue
        depth, end = len(head) - len(head.lstrip()), start + 1
        while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
            end += 1
        yield head, textwrap.dedent("\n".join(lines[start + 1 : end])).strip()


def after_commands(block):
    """The part of a block after its commands."""
    while re.match(r"(\$ )?aws\s", block):
        lines = block.splitlines(keepends=True)
        command = next((end for end in range(1, len(lines)) if whole("".join(lines[:end]))), len(lines))
        block = "".join(lines[command:]).strip()
    return re.sub(r"^Output:+\s*", "", block)


def whole(command):
    try:
        return bool(shlex.split(command.rstrip()))
    except ValueError:  # A backslash at the end, or a quotation mark that is still open.
        return False


def example_outputs(text):
    for head, block in blocks(text):
        found = after_commands(block)
        if found[:1] in ("{", "["):
            # After a command this is its output; alone, it may as well be an input file for the command.
            given = found == block and (not ANNOUNCED.search(head) or FILE.search(head))
        else:
            given = found != block or not re.search(r"\b(outputs?|results?|message)\b", head, re.I) or FILE.search(head)
        if found and not given and not re.fullmatch(r"\W*none\W*", found, re.I):
            yield read(found)


def read(text):
    try:
        return json.loads(text, parse_constant=int)  # `int` raises ValueError for NaN and Infinity, which are not JSON.
    except ValueError:
        return text


def example_lines():
    root = Path(awscli.__file__).parent / "examples"
    for path in sorted(root.glob("*/**/*.rst"), key=lambda path: path.relative_to(root).parts):
        place = path.relative_to(root)
        if "wait" in place.parts or place.name.startswith("_"):
            continue
        for value in example_outputs(path.read_text(encoding="utf-8")):
            call, origin = " ".join(place.with_suffix("").parts), f"example {place.as_posix()}"
            yield line(kind="output", call=call, origin=origin, value=value)


def line(**members):
    return json.dumps(members, separators=(",", ":")) + "\n"


def main():
    table = DRIVER._get_command_table()
    services = sorted(name for name, command in table.items() if isinstance(command, ServiceCommand))
    sys.stdout.write(line(kind="global-options", options=global_options()))
    # Forked, so that each process starts with the driver that is loaded here. Ended after some services, since the
    # models that it has loaded stay in its memory.
    with multiprocessing.get_context("fork").Pool(maxtasksperchild=16) as pool:
        for lines in pool.imap(service_lines, services):
            sys.stdout.write(lines)
    sys.stdout.writelines(example_lines())


if __name__ == "__main__":
    main()
