"""The real AWS CLI as a function, loaded once: starting it for each command would take a second each time."""

import os

import awscli
from awscli.clidriver import create_clidriver

# The cache of the services' models: loading them takes most of the time of a command.
MODELS = create_clidriver().session.get_component("data_loader")


def read_ahead(services):
    """Loads the models of services, and creates a client for each, as a command would."""
    session = create_clidriver().session
    session.register_component("data_loader", MODELS)
    for name in services:
        # The CLI has its own names for these services.
        session.create_client({"configservice": "config", "s3api": "s3"}.get(name, name))


def run(words):
    """Runs the words of a command line (without the leading `aws`), and returns its exit code."""
    # For RDS in us-east-1 and for SQS, the CLI prefers legacy endpoints to the environment variable; early versions 2
    # ignore the variable.
    ignores_environment = words[0] in ("rds", "sqs") or awscli.__version__.startswith("2.")
    endpoint = ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]] if ignores_environment else []
    try:
        driver = create_clidriver()
        driver.session.register_component("data_loader", MODELS)
        return driver.main(words + endpoint)
    except SystemExit as stop:
        return stop.code
