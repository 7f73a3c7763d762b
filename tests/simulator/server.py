"""The server of tests/accounts (three Regions), with settings that moto lacks. As in AWS, each Region has its own.
EventBridge also delivers to SNS topics. Same arguments as `moto_server`.
"""

import json
import runpy
from pathlib import Path

from moto.core.responses import ActionResult, BaseResponse
from moto.ec2.responses import EC2Response
from moto.events.models import Rule
from moto.moto_server.werkzeug_app import SIGNING_ALIASES
from moto.securityhub import urls
from moto.securityhub.responses import SecurityHubResponse
from moto.sns.models import sns_backends
from moto.ssm.responses import SimpleSystemManagerResponse

# The settings, by Region and name.
SETTINGS = {}


def store(response, name, value):
    SETTINGS[response.region, name] = value
    return value


def load(response, name, default):
    return SETTINGS.get((response.region, name), default)


def set_metadata_defaults(self):
    store(self, "imds", {"HttpTokens": self._get_param("HttpTokens")})
    return ActionResult({"Return": True})


def metadata_defaults(self):
    return ActionResult({"AccountLevel": load(self, "imds", {})})


def block_snapshots(self):
    return ActionResult({"State": store(self, "snapshots", self._get_param("State"))})


def snapshot_block(self):
    return ActionResult({"State": load(self, "snapshots", "unblocked")})


def set_service_setting(self):
    store(self, self._get_param("SettingId"), self._get_param("SettingValue"))
    return ActionResult({})


def service_setting(self):
    name = self._get_param("SettingId")
    value = load(self, name, None)
    status = "Customized" if value else "Default"
    return ActionResult({"ServiceSetting": {"SettingId": name, "SettingValue": value or "Enable", "Status": status}})


def enable_standards(self):
    requests = json.loads(self.body)["StandardsSubscriptionRequests"]
    arns = load(self, "standards", []) + [one["StandardsArn"] for one in requests]
    store(self, "standards", arns)
    return enabled_standards(self)


def enabled_standards(self):
    arns = load(self, "standards", [])
    subscription = lambda arn: arn.replace("::standards/", f":{self.current_account}:subscription/")
    state = lambda arn: {
        "StandardsArn": arn,
        "StandardsSubscriptionArn": subscription(arn),
        "StandardsInput": {},
        "StandardsStatus": "READY",
    }
    return json.dumps({"StandardsSubscriptions": [state(arn) for arn in arns]})


def aggregator_arn(self):
    return f"arn:aws:securityhub:{self.region}:{self.current_account}:finding-aggregator/1"


def create_aggregator(self):
    mode = json.loads(self.body)["RegionLinkingMode"]
    answer = {"FindingAggregatorArn": aggregator_arn(self), "RegionLinkingMode": mode}
    return json.dumps(store(self, "aggregator", answer))


def list_aggregators(self):
    one = load(self, "aggregator", None)
    found = [{"FindingAggregatorArn": one["FindingAggregatorArn"]}] if one else []
    return json.dumps({"FindingAggregators": found})


class Analyzers(BaseResponse):
    def __init__(self):
        super().__init__(service_name="accessanalyzer")

    def create_analyzer(self):
        request = json.loads(self.body)
        arn = f"arn:aws:access-analyzer:{self.region}:{self.current_account}:analyzer/{request['analyzerName']}"
        one = {"arn": arn, "name": request["analyzerName"], "type": request["type"], "status": "ACTIVE"}
        store(self, "analyzers", load(self, "analyzers", []) + [one | {"createdAt": "2026-11-24T03:00:00Z"}])
        return json.dumps({"arn": arn})

    def list_analyzers(self):
        kind = self._get_param("type")
        return json.dumps({"analyzers": [one for one in load(self, "analyzers", []) if one["type"] == kind]})

    def list_findings_v2(self):
        return json.dumps({"findings": []})


def send_to_topics_too(self, event, transform_input=True):
    targets = self.targets
    topics = [one["Arn"] for one in targets if one["Arn"].startswith("arn:aws:sns:")]
    if self.event_pattern.matches_event(event):
        for arn in topics:
            sns_backends[self.account_id][arn.split(":")[3]].publish(json.dumps(event), arn=arn)
    self.targets = [one for one in targets if one["Arn"] not in topics]
    send_to_targets(self, event, transform_input)
    self.targets = targets


EC2Response.modify_instance_metadata_defaults = set_metadata_defaults
EC2Response.get_instance_metadata_defaults = metadata_defaults
EC2Response.enable_snapshot_block_public_access = block_snapshots
EC2Response.get_snapshot_block_public_access_state = snapshot_block
SimpleSystemManagerResponse.update_service_setting = set_service_setting
SimpleSystemManagerResponse.get_service_setting = service_setting
SecurityHubResponse.batch_enable_standards = enable_standards
SecurityHubResponse.get_enabled_standards = enabled_standards
SecurityHubResponse.create_finding_aggregator = create_aggregator
SecurityHubResponse.list_finding_aggregators = list_aggregators
send_to_targets, Rule.send_to_targets = Rule.send_to_targets, send_to_topics_too
for path in ("standards/register", "standards/get", "findingAggregator/create", "findingAggregator/list"):
    urls.url_paths["{0}/" + path + "$"] = SecurityHubResponse.dispatch
# moto has no Access Analyzer: its requests go to the Security Hub application, at paths that Security Hub does not use.
SIGNING_ALIASES["access-analyzer"] = "securityhub"
for path in ("analyzer", "analyzerv2", "findingv2"):
    urls.url_paths["{0}/" + path + "$"] = Analyzers.dispatch

runpy.run_path(str(Path(__file__).parent.with_name("accounts") / "server.py"))
