//! Prowler's JSON-OCSF: a list of findings, or one finding per line. The fields differ between versions: 3 writes
//! Security Findings, 4.0 has the check's name only in the finding's id, 4.5 and later have a time in seconds.

use super::super::reading::Reading;
use super::row::{Others, Row, add, first_of};
use crate::base::json::FieldFilter::{self, All, Only};
use crate::base::json::Json;
use crate::evidence::facts::Check;

const CLOUD: FieldFilter = Only(&[("provider", All), ("region", All), ("account", Only(&[("uid", All)]))]);
const PRODUCT: FieldFilter = Only(&[("vendor_name", All), ("name", All), ("feature", Only(&[("uid", All)]))]);

/// The fields of a finding that are read.
pub(in super::super) const OCSF_FIELDS: FieldFilter = Only(&[
    ("metadata", Only(&[("event_code", All), ("product", PRODUCT), ("profiles", All)])),
    ("finding_info", Only(&[("uid", All), ("created_time", All)])),
    ("class_uid", All),
    ("cloud", CLOUD),
    ("unmapped", Only(&[("cloud", CLOUD)])),
    ("resources", Only(&[("region", All), ("uid", All), ("name", All)])),
    ("status", All),
    ("status_code", All),
    ("time", All),
    ("event_time", All),
    ("time_dt", All),
]);

/// Whether an object is a finding that Prowler wrote.
pub(in super::super) fn is_ocsf(value: &Json) -> bool {
    let null = &Json::Null;
    let metadata = value.get("metadata").unwrap_or(null);
    let product = metadata.get("product").unwrap_or(null);
    let by_prowler = product.words("vendor_name").starts_with("Prowler") || product.words("name") == "Prowler";
    let is_result = matches!(value.words("status_code"), "PASS" | "FAIL" | "MANUAL");
    // The product may have been removed from the file.
    let looks_like_prowler = product == null && is_result && !metadata.words("event_code").is_empty();
    (by_prowler && value.get("resources").is_some()) || looks_like_prowler
}

/// Reads findings: a list of them, or one.
pub(in super::super) fn read_ocsf(reading: &mut Reading<'_>, value: &Json) {
    let items = if let Json::List(items) = value { items.as_slice() } else { std::slice::from_ref(value) };
    let (mut checks, mut others) = (Vec::<Check>::new(), Others::default());
    for item in items.iter().filter(|item| is_ocsf(item)) {
        others.keep(row(item, &time(item)), &mut checks);
    }
    add(reading, checks, false, &others);
}

fn row<'a>(item: &'a Json, time: &'a str) -> Row<'a> {
    let null = &Json::Null;
    let metadata = item.get("metadata").unwrap_or(null);
    let cloud = item.get("cloud").or_else(|| item.get("unmapped")?.get("cloud")).unwrap_or(null);
    let resource = item.items("resources").first().unwrap_or(null);
    let feature = metadata.get("product").and_then(|product| product.get("feature")).unwrap_or(null);
    let id = first_of(metadata.words("event_code"), feature.words("uid"));
    let id = first_of(id, id_in(item.get("finding_info").unwrap_or(null).words("uid")));
    let is_security_finding = item.number("class_uid") == Some(2001.0);
    let status = match (item.words("status_code"), item.words("status")) {
        ("", "Success") => "PASS",
        ("", "Failure") => "FAIL",
        ("", "Other") if is_security_finding => "WARNING",
        (code, _) => code,
    };
    let provider = cloud.words("provider");
    Row {
        // Findings of Kubernetes name no cloud provider.
        provider: if is_kubernetes(item) { "kubernetes" } else { provider },
        id,
        status,
        is_muted: item.words("status") == "Suppressed",
        region: first_of(resource.words("region"), cloud.words("region")),
        account: cloud.get("account").unwrap_or(null).words("uid"),
        resource: first_of(resource.words("uid"), resource.words("name")),
        at: time,
    }
}

fn is_kubernetes(item: &Json) -> bool {
    let is_container = |profile: &str| profile == "container";
    item.get("metadata").is_some_and(|metadata| metadata.texts("profiles").any(is_container))
}

/// The check's id in `prowler-aws-iam_root_mfa_enabled-111122223333-us-east-1-…`.
fn id_in(uid: &str) -> &str {
    uid.strip_prefix("prowler-aws-").and_then(|rest| rest.split('-').next()).unwrap_or_default()
}

/// The time of the check as text: in seconds, or a date in one of several fields.
fn time(item: &Json) -> String {
    let finding_info = item.get("finding_info").unwrap_or(&Json::Null);
    let places = [(item, "time"), (item, "event_time"), (item, "time_dt"), (finding_info, "created_time")];
    let as_text = |(place, key): (&Json, &str)| match place.get(key) {
        Some(Json::Number(seconds)) => Some(format!("{seconds:.0}")),
        Some(Json::Text(text)) => Some(text.clone()),
        Some(_) | None => None,
    };
    places.into_iter().find_map(as_text).unwrap_or_default()
}
