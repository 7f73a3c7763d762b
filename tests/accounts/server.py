"""moto's server with three Regions (moto has 22), and with `account list-regions`, which moto lacks.

Other differences from moto:
- The credential report has today's date, not one of 2015, and begins with the root user, as in AWS.
- Root is secure if a virtual MFA device named `root-account-mfa-device` (AWS's own name for it) exists. Otherwise root
  has no MFA, has a key, and signed in yesterday. Report and account summary agree on this.
- A request for public snapshots (`--restorable-by-user-ids all`) returns no private ones.
- The keys of users named `old-…` are 100 days old; users named `old-…` and `daily-…` signed in yesterday.
- The event selectors of a multi-Region trail are returned in every Region.
Same arguments as `moto_server`.
"""

import sys
from datetime import datetime, timedelta, timezone

from moto.account import urls
from moto.account.responses import AccountResponse
from moto.cloudtrail.models import CloudTrailBackend
from moto.core.responses import ActionResult
from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend
from moto.ec2.responses.elastic_block_store import ElasticBlockStore
from moto.iam.models import AccessKey, AccountSummary, User
from moto.iam.responses import IamResponse
from moto.server import main

REGIONS = ["ap-northeast-1", "us-east-1", "us-west-2"]


def list_regions(self):
    regions = [{"RegionName": name, "RegionOptStatus": "ENABLED_BY_DEFAULT"} for name in REGIONS]
    return ActionResult(result={"Regions": regions})


def is_root_secure(backend):
    return any(serial.endswith(":mfa/root-account-mfa-device") for serial in backend.virtual_mfa_devices)


def root_row(backend):
    yesterday = (datetime.now(timezone.utc) - timedelta(hours=30)).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    made = "2020-01-01T00:00:00+00:00"
    arn, never = f"arn:aws:iam::{backend.account_id}:root", ["false", "N/A", "N/A", "N/A", "N/A"]
    if is_root_secure(backend):
        used, mfa, key = "no_information", "true", never
    else:
        used, mfa, key = yesterday, "false", ["true", made, "N/A", "N/A", "N/A"]
    cells = ["<root_account>", arn, made, "true", used, made, "not_supported", mfa, *key, *never]
    return ",".join([*cells, "false", "N/A", "false", "N/A"])


def report_of_today(self):
    answer = credential_report(self)
    header, rows = answer._result["Content"].split("\n", 1)
    answer._result["Content"] = "\n".join([header, root_row(self.backend), rows])
    answer._result["GeneratedTime"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return answer


def summary_with_root(self):
    is_safe = is_root_secure(self._iam_backend)
    root = {"AccountMFAEnabled": int(is_safe), "AccountAccessKeysPresent": int(not is_safe), "AccountPasswordPresent": 1}
    return summary_map.fget(self) | root


def public_snapshots(self):
    answer = describe_snapshots(self)
    if self._get_param("RestorableByUserIds", []) == ["all"]:
        is_ours = lambda one: one.owner_id == self.current_account and "all" in one.create_volume_permission_groups
        answer._result["Snapshots"] = [one for one in answer._result["Snapshots"] if is_ours(one)]
    return answer


def key_with_age(self, user_name, *args, **kwargs):
    init_key(self, user_name, *args, **kwargs)
    if (user_name or "").startswith("old-"):
        self.create_date -= timedelta(days=100)


def row_with_sign_in(self):
    if self.password and self.name.startswith(("old-", "daily-")):
        self.password_last_used = datetime.now(timezone.utc) - timedelta(hours=30)
    return user_row(self)


def selectors_of_any_region(self, trail_name):
    trails = [one for one in self.describe_trails(include_shadow_trails=True) if one.arn == trail_name]
    return (trails[0].arn, *trails[0].get_event_selectors()) if trails else event_selectors(self, trail_name)


AccountResponse.list_regions = list_regions
urls.url_paths["{0}/listRegions$"] = AccountResponse.dispatch
RegionsAndZonesBackend.regions = [region for region in RegionsAndZonesBackend.regions if region.name in REGIONS]
credential_report, IamResponse.get_credential_report = IamResponse.get_credential_report, report_of_today
describe_snapshots, ElasticBlockStore.describe_snapshots = ElasticBlockStore.describe_snapshots, public_snapshots
event_selectors, CloudTrailBackend.get_event_selectors = CloudTrailBackend.get_event_selectors, selectors_of_any_region
summary_map, AccountSummary.summary_map = AccountSummary.summary_map, property(summary_with_root)
user_row, User.to_csv = User.to_csv, row_with_sign_in
init_key, AccessKey.__init__ = AccessKey.__init__, key_with_age

main(sys.argv[1:])
