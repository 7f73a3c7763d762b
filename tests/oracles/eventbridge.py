"""Two other matchers of EventBridge patterns: those of moto and of LocalStack.

Reads lines of JSON {"pattern": {...}, "event": {...}}; for each prints {"moto": answer, "localstack": answer}, where an
answer is true, false or the text of an error.
"""

import json
import sys
import types

# The engine imports one exception class from a module that needs seven more packages, so a stub replaces it.
STAND_IN = types.ModuleType("localstack.aws.api.events")
STAND_IN.InvalidEventPatternException = type("InvalidEventPatternException", (Exception,), {})
sys.modules[STAND_IN.__name__] = STAND_IN

from localstack.services.events.event_rule_engine import EventPatternCompiler, EventRuleEngine  # noqa: E402
from moto.events.models import EventPattern  # noqa: E402

COMPILER, ENGINE = EventPatternCompiler(), EventRuleEngine()


def moto(pattern, event):
    return EventPattern.load(json.dumps(pattern)).matches_event(event)


def localstack(pattern, event):
    return ENGINE.evaluate_pattern_on_event(COMPILER.compile_event_pattern(json.dumps(pattern)), json.dumps(event))


def answer(matcher, pattern, event):
    try:
        return bool(matcher(pattern, event))
    except Exception as error:  # An error is a valid answer.
        return f"{type(error).__name__}: {error}"


for line in sys.stdin:
    pair = json.loads(line)
    answers = {name.__name__: answer(name, pair["pattern"], pair["event"]) for name in (moto, localstack)}
    print(json.dumps(answers))
