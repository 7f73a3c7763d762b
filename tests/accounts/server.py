"""moto's server with three Regions and a list of them: moto itself knows 22, and has no `account list-regions`.

What else differs from moto: the credential report is of today, and not of 2015; who asks for public snapshots
(`--restorable-by-user-ids all`) gets none that is private; the keys of users named `old-…` are 100 days old; the
event selectors of a multi-Region trail are told in every Region.
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
from moto.iam.models import AccessKey
from moto.iam.responses import IamResponse
from moto.server import main

REGIONS = ["ap-northeast-1", "us-east-1", "us-west-2"]


def list_regions(self):
    regions = [{"RegionName": name, "RegionOptStatus": "ENABLED_BY_DEFAULT"} for name in REGIONS]
    return ActionResult(result={"Regions": regions})


def report_of_today(self):
    answer = credential_report(self)
    answer._result["GeneratedTime"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return answer


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


def selectors_of_any_region(self, trail_name):
    trails = [one for one in self.describe_trails(include_shadow_trails=True) if one.arn == trail_name]
    return (trails[0].arn, *trails[0].get_event_selectors()) if trails else event_selectors(self, trail_name)


AccountResponse.list_regions = list_regions
urls.url_paths["{0}/listRegions$"] = AccountResponse.dispatch
RegionsAndZonesBackend.regions = [region for region in RegionsAndZonesBackend.regions if region.name in REGIONS]
credential_report, IamResponse.get_credential_report = IamResponse.get_credential_report, report_of_today
describe_snapshots, ElasticBlockStore.describe_snapshots = ElasticBlockStore.describe_snapshots, public_snapshots
event_selectors, CloudTrailBackend.get_event_selectors = CloudTrailBackend.get_event_selectors, selectors_of_any_region
init_key, AccessKey.__init__ = AccessKey.__init__, key_with_age

main(sys.argv[1:])
