"""The real AWS CLI as a function, loaded once: starting it anew for each command would take a second each."""

import os

import awscli
from awscli.clidriver import create_clidriver

# What it has read of the services' models: most of the time of a command goes into that.
MODELS = create_clidriver().session.get_component("data_loader")


def read_ahead(services):
    """Reads the models of services, and makes a client of each as a command would."""
    session = create_clidriver().session
    session.register_component("data_loader", MODELS)
    for name in services:
        # Names that the CLI has for itself.
        session.create_client({"configservice": "config", "s3api": "s3"}.get(name, name))


def run(words):
    """Runs the words of a command line (without the leading `aws`): its exit code."""
    # RDS of us-east-1 and SQS have old names in the CLI, which it takes before what the environment says; early versions
    # 2 do not look there at all.
    is_deaf = words[0] in ("rds", "sqs") or awscli.__version__.startswith("2.")
    here = ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]] if is_deaf else []
    try:
        driver = create_clidriver()
        driver.session.register_component("data_loader", MODELS)
        return driver.main(words + here)
    except SystemExit as stop:
        return stop.code
